"""What people can do: one verb a function, one labelled change each."""
