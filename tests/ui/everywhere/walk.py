"""Walk through every scene at one size in the language of the environment, and print what is wrong, a line each.

Started by test_translated.py: texts are translated when the program's modules load, so a language needs a new process.
"""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from editorial.services.sample import make_sample
from editorial.services.workspaces import create_workspace
from editorial.ui.application import make_application
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from editorial.ui.window import Window
from tests.ui.everywhere import looking
from tests.ui.everywhere.scenes import every_scene
from tests.ui.everywhere.words import Known, shown_by

MANUAL = "help"
"""Its pages are files, which are translated as a whole."""
TODAY = date(2027, 3, 10)
PATIENCE_MS = 20_000


def main(folder: Path, width: int, height: int) -> int:
    """Print the findings and return how many there are, at most 1."""
    application = make_application()
    path = folder / "walk.editorial"
    workspace = create_workspace(path)
    make_sample(workspace, TODAY)
    theme = Theme("light")
    theme.apply()
    preferences = Preferences(QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat))
    window = Window(Desk(theme, preferences, lambda: TODAY))
    window.resize(width, height)
    window.visit("calendar")
    window.show()
    known = Known(path)
    filled = QEventLoop()
    window.balance.shown.connect(filled.quit)
    QTimer.singleShot(PATIENCE_MS, filled.quit)
    window.desk.open(workspace)
    filled.exec()
    found = findings(window, known)
    sys.stdout.write("\n".join(found))
    window.close()
    application.closeAllWindows()
    return min(1, len(found))


def findings(window: Window, known: Known) -> list[str]:
    """Return each text once that is cut or that nobody can translate, with the first scene that shows it."""
    found: dict[str, str] = {}
    with looking.painting() as heard:
        for scene in every_scene(window):
            for one in [*looking.cut(scene.widget), *heard.cut]:
                found.setdefault(f"cut: {one}", scene.name)
            for text in known.untranslated([*shown_by(scene.widget), *heard.texts]) if scene.name != MANUAL else []:
                found.setdefault(f"not translated: {text!r}", scene.name)
            heard.cut.clear()
            heard.texts.clear()
    return [f"{scene}: {one}" for one, scene in found.items()]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
