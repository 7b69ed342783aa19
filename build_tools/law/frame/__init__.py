"""What stands around the articles of a law: title, notice, contents, explanation, annexes."""
