"""The terminal: how it is entered and left, what comes from it, what a crash says.

Only the driver and the classes that the app is made of (``driver``, ``reporting_app``,
``typing_ahead``, ``window``) import Textual; what they lean on of its inside is checked by
``tests/terminal/test_contract.py``.
"""
