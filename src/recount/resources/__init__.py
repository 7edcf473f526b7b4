"""Read-only vocabularies and language resources, used by several stages.

``recount.resources.bundle.load`` gives the bundle that is handed to them. This file
imports nothing, so that one resource can be used without loading the others.
"""
