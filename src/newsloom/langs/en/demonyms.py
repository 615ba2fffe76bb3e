"""English adjectives of countries, with the countries' codes: "turkish" -> "TR"."""

_BY_CODE = """
AE emirati|AF afghan|AL albanian|AM armenian|AO angolan|AR argentine,argentinian|AT austrian|AU australian
AZ azerbaijani|BA bosnian|BD bangladeshi|BE belgian|BF burkinabe|BG bulgarian|BH bahraini|BI burundian|BO bolivian
BR brazilian|BW botswanan|BY belarusian|CA canadian|CD congolese|CH swiss|CI ivorian|CL chilean|CM cameroonian
CN chinese|CO colombian|CU cuban|CY cypriot|CZ czech|DE german|DK danish|DZ algerian|EC ecuadorean,ecuadorian
EE estonian|EG egyptian|ER eritrean|ES spanish|ET ethiopian|FI finnish|FR french|GB british|GE georgian|GH ghanaian
GR greek|GT guatemalan|HN honduran|HR croatian|HT haitian|HU hungarian|ID indonesian|IE irish|IL israeli|IN indian
IQ iraqi|IR iranian|IS icelandic|IT italian|JM jamaican|JO jordanian|JP japanese|KE kenyan|KG kyrgyz|KH cambodian
KP north korean|KR south korean|KW kuwaiti|KZ kazakh|LA laotian|LB lebanese|LK sri lankan|LR liberian|LT lithuanian
LV latvian|LY libyan|MA moroccan|MD moldovan|ME montenegrin|MK macedonian|ML malian|MM burmese|MN mongolian
MX mexican|MY malaysian|MZ mozambican|NA namibian|NG nigerian|NI nicaraguan|NL dutch|NO norwegian|NP nepalese,nepali
NZ new zealand|OM omani|PA panamanian|PE peruvian|PH philippine,filipino|PK pakistani|PL polish|PS palestinian
PT portuguese|PY paraguayan|QA qatari|RO romanian|RS serbian|RU russian|RW rwandan|SA saudi|SD sudanese|SE swedish
SG singaporean|SI slovenian|SK slovak|SN senegalese|SO somali|SS south sudanese|SV salvadoran|SY syrian|TD chadian
TH thai|TJ tajik|TM turkmen|TN tunisian|TR turkish|TW taiwanese|TZ tanzanian|UA ukrainian|UG ugandan|UY uruguayan
UZ uzbek|VE venezuelan|VN vietnamese|XK kosovar|YE yemeni|ZA south african|ZM zambian|ZW zimbabwean
"""

DEMONYMS = {
    name: code
    for code, _, names in (entry.partition(" ") for line in _BY_CODE.split("\n") for entry in line.split("|"))
    for name in names.split(",")
    if name
}
