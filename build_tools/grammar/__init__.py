"""How laws write numbers, labels and lists of articles: shared by law, references and feedback."""
