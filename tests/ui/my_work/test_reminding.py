"""Reminders of the user, who said who they are."""

from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.my_work.reminding import Reminding, message
from editorial.ui.window import Window


def test_nobody_is_reminded_before_they_said_who_they_are(place: MyWorkPlace) -> None:
    assert Reminding(place.desk).due() == []


def test_the_user_is_reminded_of_what_is_late(place: MyWorkPlace) -> None:
    place.this_is_me.click()
    assert Reminding(place.desk).due() == ["Comments on “Tariffs”: 2 days late"]


def test_without_a_tray_nothing_happens(place: MyWorkPlace) -> None:
    place.this_is_me.click()
    reminding = Reminding(place.desk)
    reminding.remind()
    assert reminding.tray is None


def test_reminders_can_be_turned_off_and_on(window: Window) -> None:
    assert window.reminding.wanted
    window.reminding.turn()
    assert not Reminding(window.desk).wanted
    window.reminding.turn()
    assert window.reminding.wanted


def test_a_few_are_named_and_the_rest_counted() -> None:
    assert message(["one", "two", "three"]) == "one\ntwo\nthree"
    assert message(["one", "two", "three", "four", "five"]) == "one\ntwo\nthree\nand 2 more"


def test_followed_from_the_tray_my_work_is_shown(place: MyWorkPlace, window: Window) -> None:
    window.go("home")
    window.showMinimized()
    window.reminding.followed.emit()
    assert (window.word, window.isMinimized()) == ("my_work", False)
