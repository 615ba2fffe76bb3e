"""English: abbreviations of titles, parties and regions that a role is told in, spelt out."""

from __future__ import annotations

SHORT_TITLES = {
    "sen": "Senator", "sens": "Senators", "rep": "Representative", "reps": "Representatives", "gov": "Governor",
    "gen": "General", "lt": "Lieutenant", "col": "Colonel", "maj": "Major", "capt": "Captain", "cmdr": "Commander",
    "sgt": "Sergeant", "adm": "Admiral", "brig": "Brigadier", "cpl": "Corporal", "pvt": "Private", "det": "Detective",
    "supt": "Superintendent", "insp": "Inspector", "prof": "Professor", "rev": "Reverend", "pm": "Prime Minister",
    "mp": "Member of Parliament", "mep": "Member of the European Parliament", "sec": "Secretary", "atty": "Attorney",
}  # fmt: skip
PARTIES = {"r": "Republican", "d": "Democrat", "i": "independent", "l": "Libertarian"}
STATES = """Alabama Ala AL|Alaska AK|Arizona Ariz AZ|Arkansas Ark AR|California Calif CA|Colorado Colo CO|
    Connecticut Conn CT|Delaware Del DE|Florida Fla FL|Georgia Ga GA|Hawaii HI|Idaho ID|Illinois Ill IL|Indiana Ind IN|
    Iowa IA|Kansas Kan KS|Kentucky Ky KY|Louisiana La LA|Maine ME|Maryland Md MD|Massachusetts Mass MA|
    Michigan Mich MI|Minnesota Minn MN|Mississippi Miss MS|Missouri Mo MO|Montana Mont MT|Nebraska Neb NE|
    Nevada Nev NV|New_Hampshire N.H NH|New_Jersey N.J NJ|New_Mexico N.M NM|New_York N.Y NY|North_Carolina N.C NC|
    North_Dakota N.D ND|Ohio OH|Oklahoma Okla OK|Oregon Ore OR|Pennsylvania Pa PA|Rhode_Island R.I RI|
    South_Carolina S.C SC|South_Dakota S.D SD|Tennessee Tenn TN|Texas Tex TX|Utah UT|Vermont Vt VT|Virginia Va VA|
    Washington Wash WA|West_Virginia W.Va WV|Wisconsin Wis WI|Wyoming Wyo WY|District_of_Columbia D.C DC|
    Puerto_Rico P.R PR"""
REGIONS = {
    short.lower(): names[0].replace("_", " ")
    for row in STATES.split("|")
    if (names := row.split())
    for short in names[1:]
}
