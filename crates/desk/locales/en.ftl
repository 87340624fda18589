# The desk.
