"""Values of Qt's enums for what is made before the first paint, given through properties.

Python's class of the Qt namespace takes 18 ms to make, with all its enums; the first paint does not wait for it.
"""

LEFT_TO_RIGHT, RIGHT_TO_LEFT = 0, 1
"""For `layoutDirection`."""
PLAIN_TEXT = 0
"""For `textFormat`."""
NEVER_SHOWN = 1
"""For `horizontalScrollBarPolicy`."""
NO_FOCUS, STRONG_FOCUS = 0, 11
"""For `focusPolicy`."""
