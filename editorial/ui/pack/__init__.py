"""The dialog that makes the kickoff pack."""
