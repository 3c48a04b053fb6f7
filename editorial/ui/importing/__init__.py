"""The import assistant: any table or document, looked at before it is brought in."""
