"""Lexicons that ship with Marsad; each file says where it is from and under which licence."""
