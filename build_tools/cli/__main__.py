"""``python -m build_tools.cli`` is `duizhao`."""

from build_tools.cli import main

main()
