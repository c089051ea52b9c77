"""Abbreviations that teachers write: the one list of those that end in a full stop."""

from __future__ import annotations

from .forms_of_address import WITH_STOP

MAY_END_A_SENTENCE = frozenset(("enz", "etc"))
"""Abbreviations after which a sentence may be over."""

ABBREVIATIONS = (
    frozenset(
        """a.d.h.v a.s a.u.b art b.v bijv blz bv c.q ca d d.d d.m.v d.w.z dwz e e.a e.d e.v evt excl fam i.c i.h.b i.o i.p.v
    i.v.m incl jl jr ll m.a.w m.b.t m.b.v m.i m.n m.u.v mn n.a.v n.b n.v.t nl nr o.a o.i.d o.l.v o.m oa p p.p p.s pag
    resp s.v.p sr st t.a.v t.g.v t.o.v tel u.i v v.a v.d v.h vgl w.o z.g.n z.o.z zgn""".split()  # noqa: SIM905
    )
    | MAY_END_A_SENTENCE
    | WITH_STOP
)
"""In lower case, without the last full stop. After all but `MAY_END_A_SENTENCE` the sentence goes on."""
