"""Phrases that tell of harm short of death ("lost an eye", "is fighting for her life").

One list for all who ask: the reader of set phrases, and whoever asks what befell people of whom
a text says no plain "wounded".
"""

from __future__ import annotations

BODY = (
    r"(?:arms?|legs?|hands?|f(?:oo|ee)t|eyes?|ears?|hips?|jaws?|noses?|ribs?|skulls?|fingers?|"
    r"toes?|limbs?|teeth|shoulders?|heads?|necks?|chests?|stomachs?|abdomens?|thighs?|knees?|"
    r"ankles?|wrists?|elbows?|pelvis|spines?|faces?|backs?|sight|hearing)"
)
"""Parts of the body, and what they do."""
_THEIR = r"(?:his|her|their)"
_MISSILES = (
    r"(?:shrapnel|splinters|fragments|debris|glass|pellets|rubber\s+bullets|stray\s+bullets?|"
    r"(?:a|the)\s+(?:tear[- ]gas\s+)?canister)"
)
HURTS = (
    r"(?:wounds?|injur(?:y|ies)|burns|cuts?|"
    r"fractures?|bruises|concussions?|shrapnel|fragments|splinters|"
    rf"(?:an?\s+)?(?:broken|fractured|split|shattered|cracked)\s+(?:{BODY}|bones?|lips?))"
)
"""What the hurt have."""
HOSPITAL = (
    r"(?:(?:the|an?|a\s+nearby)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:hospitals?|clinics?|infirmary|dispensary)"
    r"(?![^.;]{0,80}\b(?:died|dead|death|succumbed|did\s+not\s+survive)\b)"
)
"""A hospital that nobody is said to have died in."""
_SENT = (
    r"(?:taken|brought|rushed|driven|flown|carried|evacuated|admitted|airlifted|transferred|moved|"
    r"referred|transported)"
)

HURT_IN_PHRASE = (
    r"(?:"
    r"maimed|scalded|concussed|blinded|paraly[sz]ed|crippled|disfigured|gassed|grazed|slashed|mauled|"
    r"(?:gang-)?raped|sexually\s+assaulted|(?:badly|severely|slightly|seriously)\s+burn(?:ed|t)|"
    r"(?:beaten|knocked)\s+(?:up|unconscious|senseless|out)|bitten\s+by|"
    r"(?:trampled|clubbed|beaten|kicked|bruised)(?!\s+(?:to\s+death|dead|underfoot\s+and|back|off))|"
    rf"(?:hit|struck|cut|pierced|peppered)\s+(?:by|with)\s+(?:\w+\s+){{0,2}}?{_MISSILES}|"
    rf"los(?:t|ing)\s+(?:an?|his|her|both|one|two|their|consciousness)"
    rf"(?:\s+\w+)?\s+{BODY}|"
    rf"(?:(?:has|have|had|having)\s+)?(?:an?|one|both|two|{_THEIR})\s+(?:\w+\s+)?{BODY}\s+"
    r"(?:amputated|broken|severed|shattered|crushed|smashed|(?:taken|cut|blown|torn)\s+off)|"
    r"(?:has|have|had|having)\s+(?:\w+\s+)?(?:pellets|shrapnel|bullets?|splinters|fragments)\s+"
    r"(?:removed|taken\s+out|extracted|dug\s+out)|"
    r"(?:(?:has|have|had|with)\s+)(?:an?\s+|two\s+|three\s+)?"
    rf"(?:bullets?|shrapnel|pellets|splinters|fragments|burns|cuts|wounds)\s+(?:\w+\s+)?(?:in|on|to)\s+"
    rf"(?:the|both|{_THEIR})\s+(?:\w+\s+)?{BODY}|"
    r"(?:(?:came|got)\s+(?:away|off|out)|escaped|emerged|survived|left)\s+with\s+"
    rf"(?:\w+\s+){{0,2}}?{HURTS}|"
    r"(?:need(?:ed|s)?|required|requires?|underwent|had|undergoing|receiv(?:ed|ing))\s+"
    r"(?:\w+\s+){0,2}?(?:stitches|surgery|operations?|treatment|amputations?)|"
    rf"(?:nursing|nursed|sustain(?:ed|ing)|suffer(?:ed|ing)|receiv(?:ed|ing)|with|took)\s+"
    rf"(?:\w+\s+){{0,3}}?{HURTS}|"
    rf"(?:hit|struck|shot|cut|stabbed)\s+(?:in|across|on|about)\s+(?:the|an?|both|{_THEIR})\s+(?:\w+\s+)?"
    rf"(?!head|heads|neck|chest)(?:{BODY}|calf|buttocks?|scalp)|"
    rf"{_THEIR}\s+{BODY}\s+broken|took\s+(?:a|two|three|several)\s+bullets?|"
    r"inhaled\s+(?:smoke|gas)|(?:overcome|sickened|affected)\s+by\s+(?:\w+\s+)?(?:gas|smoke|fumes)|"
    rf"fighting\s+for\s+{_THEIR}\s+li(?:fe|ves)|"
    r"in\s+an?\s+(?:\w+\s+(?:but\s+\w+\s+)?)?(?:condition|coma)|on\s+(?:a\s+)?ventilators?|"
    r"in\s+(?:the\s+)?(?:hospital|intensive\s+care|surgery)|recovering|recuperating|"
    r"under\s+(?:treatment|observation)|"
    rf"{_SENT}\s+(?:[\w’'-]+\s+){{0,5}}?(?:to\s+{HOSPITAL}|for\s+(?:\w+\s+)?(?:treatment|care|surgery)|"
    rf"with\s+(?:\w+\s+)?{HURTS})|"
    r"airlifted|medevac\w*|"
    r"left\s+(?:paraly[sz]ed|blind(?:ed)?|deaf|unconscious|bleeding|in\s+a\s+coma)|"
    r"(?:carried|led|dragged|limped)\s+(?:away|off|out)\s+bleeding|"
    r"(?:medical\s+|hospital\s+)?treatment|treated\s+(?:by|at|for|in|on)|hospitali[sz]ed|stitched\s+up"
    r")"
)
"""Words of a regular expression, to be read without regard to case; no word boundary behind it."""
