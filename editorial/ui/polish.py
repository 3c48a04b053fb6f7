"""Dressing a widget anew after a property that the style sheet asks about has changed."""

from PySide6.QtWidgets import QWidget


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget again; one that was never dressed is looked at when it is first shown."""
    # Asking for the style makes Python's QStyle, 6 ms that the first paint need not wait for.
    if not widget.window().isVisible():
        return
    from PySide6.QtCore import Qt

    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
