"""對照 duizhao: the plain text of a Chinese law becomes a static bilingual website."""
