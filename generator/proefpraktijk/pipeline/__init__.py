"""The stages in their order: read, protect and link into a knowledge base, and what is made of one."""
