"""The calendar: year, quarter, month, week and list over one range of pieces."""
