from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from editorial.store.engine import file_address
from editorial.store.places import Place, network_mount, place_of, synced_by

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /home/ada/share nfs4 rw 0 0
//box/team /mnt/team\\040files cifs rw 0 0
tmpfs /home/ada/share/scratch tmpfs rw 0 0
sshfs#ada@box: /mnt/ssh fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/plan.editorial", ""),
        ("/home/ada/share/plan.editorial", "nfs4"),
        ("/home/ada/share/scratch/plan.editorial", ""),
        ("/home/ada/shared/plan.editorial", ""),
        ("/mnt/team files/plan.editorial", "cifs"),
        ("/mnt/ssh/plan.editorial", "fuse.sshfs"),
    ],
)
def test_innermost_mount_decides(path: str, kind: str) -> None:
    assert network_mount(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Firm)", "Dropbox"),
        ("OneDrive - Firm", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-ada@example.com", "Google Drive"),
        ("com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Dropboxes", ""),
        ("plans", ""),
    ],
)
def test_folder_of_a_service_is_known_by_its_name(folder: str, service: str) -> None:
    assert synced_by(("/", "home", "ada", folder, "plan.editorial")) == service


def test_address_of_a_file_on_a_share() -> None:
    assert file_address(PureWindowsPath(r"\\box\team\my plan.editorial")) == "file:////box/team/my%20plan.editorial"
    assert file_address(PurePosixPath("/home/ada/plan.editorial")) == "file:///home/ada/plan.editorial"


def test_folder_of_this_test_is_local(tmp_path: Path) -> None:
    assert place_of(tmp_path / "plan.editorial") == (Place.LOCAL, "")
