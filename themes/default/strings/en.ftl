# Every word of the program's own in English.
#
# Sentences end in a full stop; phrases that complete other sentences do not. What fills a gap is
# Markdown and keeps its own case.

## Lists, numbers, dates, periods

list-middle = { $a }, { $b }
list-and = { $a } and { $b }
list-or = { $a } or { $b }

number-1 = one
number-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten
number-11 = eleven
number-12 = twelve

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month } { $year }

period-years = { $n ->
    [one] { $words } year
   *[other] { $words } years
}
period-months = { $n ->
    [one] { $words } month
   *[other] { $words } months
}
period-weeks = { $n ->
    [one] { $words } week
   *[other] { $words } weeks
}
period-days = { $n ->
    [one] { $words } day
   *[other] { $words } days
}
period-hours = { $n ->
    [one] { $words } hour
   *[other] { $words } hours
}
period-minutes = { $n ->
    [one] { $words } minute
   *[other] { $words } minutes
}
period-seconds = { $n ->
    [one] { $words } second
   *[other] { $words } seconds
}
lifetime-session = until you close your browser

## Notice: headings

heading-numbered = { $n }. { $heading }
heading-lettered = ({ $letter }) { $heading }

heading-controller = Who we are
heading-scope = What this notice covers
heading-groups = Who this notice is for
heading-groups-you = Terms in this notice
heading-data = What data we process and where we get them
heading-purposes = What we use your data for
heading-profiling = Profiling and automated decisions
heading-cookies = Cookies
heading-recipients = Who receives your data
heading-transfers = Where your data are stored and sent
heading-retention = How long we keep your data
heading-rights = Your rights
heading-objection = Your right to object
heading-marketing = Direct marketing
heading-complaints = How to complain
heading-security = How we protect your data
heading-children = Children
heading-third-parties = Other sites and services
heading-changes = Changes to this notice
heading-contact = Questions

question-controller = Who is responsible for your data?
question-scope = What does this notice cover?
question-groups = Who is this notice for?
question-groups-you = What do our terms mean?
question-data = What data do we process, and where do we get them?
question-purposes = What do we use your data for, and on what legal basis?
question-profiling = Do we make profiles or automated decisions?
question-cookies = How do we use cookies?
question-recipients = Who receives your data?
question-transfers = Where are your data stored and sent?
question-retention = How long do we keep your data?
question-rights = What rights do you have?
question-objection = How can you object?
question-marketing = How can you stop direct marketing?
question-complaints = How can you complain?
question-security = How do we protect your data?
question-children = What about children?
question-third-parties = What about other sites and services?
question-changes = How do we change this notice?
question-contact = Where can you ask?

## Notice: lead and groups

lead-updated = Last updated on { $date }.
lead-effective = In effect from { $date }.
lead-version = Version { $version }.

group-page-title = What we hold about you as { $singular }
group-page-title-plural = What we hold about you: { $group }
group-page-lead = This page is the part of our { $notice } that concerns you in this role. Who we are, how we protect your data and how to complain stand there.
group-definition = You are { $singular } if you are { $definition }.
groups-lead = This notice speaks to:
group-item = { $name }: you belong here if you are { $definition }.
group-related = This group relates to { $group }.
group-age = You must be at least { $age } years old.
only-groups = ({ $groups } only)
only-groups-sentence = This concerns { $groups } only.
definitions-lead = In this notice:
definition = “{ $term }” means { $meaning }.

## Notice: controller and contacts

controller-is = { $name } is the controller of your personal data.
controller-trade-name = { $name } (trading as { $trade })
controller-form = We are a { $form }.
controller-form-registered = We are a { $form } registered in { $country }.
controller-registered = We are registered in { $country }.
controller-registration = Our { $label } is { $number }.
registration-number = registration number
controller-called = In this notice, { $names } mean { $name }.
quoted = “{ $words }”
quoted-we = “we”
quoted-us = “us”
line-phone = Telephone: { $value }
line-email = E-mail: { $value }
line-website = Web site: { $value }
way-email = by e-mail at { $address }
way-email-subject = by e-mail at { $address } with the subject “{ $subject }”
way-phone = by telephone on { $number }
way-url = at { $url }
contact-by = { $name } { $ways }
contact-us-by = us { $ways }
contact-reach = You can reach { $contact }.
our-dpo = our data protection officer
dpo-is = We have a data protection officer.
dpo-is-named = Our data protection officer is { $name }.
dpo-reach = You can reach our data protection officer { $ways }.
dpo-none = We have not appointed a data protection officer.
address-is = The address is { $address }.
representative-is = Our representative in the European Union is { $who }.
representative-reach = You can reach our representative { $ways }.
joint-with = We decide jointly with { $others } when we use your data to { $purposes }.
joint-contact = For this, you can turn to { $contact }.
contact-questions = If you have questions about this notice or about how we process your data, contact { $contact }.
contact-security = To report a security problem, contact { $contact }.

## Notice: scope

scope-explains = This notice explains { $what }.
scope-covers = It covers { $what }.
scope-excludes = It does not cover { $what }.
scope-as-controller = It applies where we are the controller, that is, where we decide why and how your data are processed.
role-processor = For { $data } we are a processor.
role-on-behalf = We process them on behalf of { $whom }.
role-controller = The controller is { $who }.

others-not-covered = This notice does not describe the privacy practices of { $whose }.
others-no-responsibility = We take no responsibility for them.
others-also = This also holds where { $where }.
others-social-media = We have pages on { $names }, whose own privacy notices apply there.

## Notice: data

data-lead = We process the following data about you:
data-category = **{ $name }**{ $conditional ->
    [yes] {" "}({ $conditions }).
   *[no] .
}
data-category-open = **{ $name }**{ $conditional ->
    [yes] {" "}({ $conditions })
   *[no] {""}
}, for example { $items }.
data-category-closed = **{ $name }**{ $conditional ->
    [yes] {" "}({ $conditions })
   *[no] {""}
}: { $items }.
data-condition = if { $condition }
item-if = { $item } (if { $condition })
item-mandatory = { $item } (required)
data-if-combined = We do not use these data to identify you. Sometimes they can identify a person all the same, alone or combined with other data. Where that happens, we treat them as personal data.
data-anonymous = These data are anonymous: nobody can be identified from them.
data-special = These data reveal or may reveal { $kind }, which the law protects specially (Article 9 GDPR).
data-criminal = These data concern criminal convictions or offences (Article 10 GDPR).
special-origin = racial or ethnic origin
special-political-opinions = political opinions
special-beliefs = religious or philosophical beliefs
special-trade-union = trade union membership
special-genetic = genetic characteristics
special-biometric = biometric characteristics that identify you
special-health = your health
special-sex-life = your sex life or sexual orientation
these-data = these data
your-data = your data

source-you = You give us { $what } yourself.
source-you-when = You give us { $what } { $when }.
source-you-them-when = You give them to us { $when }.
source-mainly-you = We get { $what } primarily from you directly.
source-observed = We record { $what } when you use our services and web sites.
source-observed-when = We record { $what } { $when }.
source-derived = We work out { $what } from other data about you.
source-others = We get { $what } from { $names }.
source-also-others = We also get { $what } from { $names }.
source-public = publicly accessible sources such as { $names }
source-named-category = { $name } ({ $category })
source-unnamed = third parties

required-statute = The law requires you to give us { $what }.
required-contract = Our contract with you requires you to give us { $what }.
required-to-enter-contract = We need { $what } to enter into a contract with you.
required-lead = Whether you have to give us data, and what follows if you do not:
required-head-data = Data
required-head-required = Do you have to give them?
required-head-refused = If you do not
required-short-statute = Yes, the law requires it.
required-short-contract = Yes, our contract requires it.
required-short-to-enter-contract = Yes, to enter into a contract.
required-short-voluntary = No, you are free to decide.
required-voluntary = You are free to decide whether you give us { $what }.

## Notice: purposes and legal bases

purposes-lead = We use your data to:
purposes-lead-also = We also use your data to:
purpose-sentence = We use your data to **{ $purpose }**.
purpose-sentence-also = We also use your data to **{ $purpose }**.
purpose-if = { $purpose }, if { $condition }
purpose-and = { $purpose }. { $sentences }
purpose-uses = For this we use { $categories }.
purpose-includes = This includes that we:
basis-one = { $several ->
    [yes] The legal basis for { $n ->
        [one] this purpose
       *[other] these purposes
    } is { $basis }.
   *[no] The legal basis is { $basis }.
}
basis-many = { $several ->
    [yes] { $n ->
        [one] This purpose rests on one or more of these legal bases:
       *[other] These purposes rest on one or more of these legal bases:
    }
   *[no] { $n ->
        [one] This rests on one or more of these legal bases:
       *[other] All of these purposes rest on one or more of these legal bases:
    }
}
basis-item = { $basis }.
basis-some-cases = in some cases, { $basis }
basis-primarily = primarily { $basis }
basis-special = { $basis }, together with { $special }
basis-examples = { $basis }, for example { $examples }
ground-consent = your consent (Article { $article } GDPR)
ground-contract = a contract with you or steps you ask for before one (Article { $article } GDPR)
ground-legal-obligation = a legal obligation (Article { $article } GDPR)
ground-vital-interests = the protection of vital interests (Article { $article } GDPR)
ground-public-task = a task in the public interest or in the exercise of official authority (Article { $article } GDPR)
ground-legitimate-interests = legitimate interests (Article { $article } GDPR)
condition-explicit-consent = your explicit consent (Article { $article } GDPR)
condition-employment-social-law = employment, social security and social protection law (Article { $article } GDPR)
condition-vital-interests-incapable = the vital interests of somebody who cannot consent (Article { $article } GDPR)
condition-non-profit-members = the activities of a not-for-profit body with its members (Article { $article } GDPR)
condition-manifestly-public = that you made the data public yourself (Article { $article } GDPR)
condition-legal-claims = legal claims (Article { $article } GDPR)
condition-substantial-public-interest = a substantial public interest laid down in law (Article { $article } GDPR)
condition-health-care = health care or occupational medicine (Article { $article } GDPR)
condition-public-health = public health (Article { $article } GDPR)
condition-archiving-research-statistics = archiving, research or statistics (Article { $article } GDPR)
basis-contract = It is necessary to { $contract }.
basis-obligation = We must { $obligation }.
basis-laws = This follows from { $laws }.
basis-interest = Our interest is to { $interests }.
basis-interests = Our interests are to { $interests }.
basis-interest-of = The interest of { $whose } is to { $interests }.
basis-vital = It protects { $interest }.
consent-to = You agree that we { $to }.
consent-withdraw = You can withdraw your consent { $how }.
law-article = { $act }, { $article }
law-of-union = { $act } (European Union)
law-of-country = { $act } ({ $country })

## Notice: profiling and automated decisions

profiling-used = We make profiles of you.
profiling-method = We { $method }.
profiling-topics = Topics are, for example, { $topics }.
profiling-input = The profile draws on { $input }.
profiling-inputs = The profile draws on:
profiling-none = We do not make profiles of you.
decisions-used = We make decisions about you by automated means alone.
decisions-what = We decide by automated means { $what }.
decisions-safeguards = You can { $can }.
decisions-none = The processing involves no automated decision-making: we make no decisions about you by automated means alone.

## Notice: cookies

cookie-placed = We use { $name } when you use { $place }.
cookie-used = We use { $name }.
cookie-technologies = The techniques are { $technologies }.
cookie-data = They hold or read { $data }.
cookie-provider = They are set by { $who }.
cookie-lifetime = They work for { $time }.
cookie-consent-not-needed = They are strictly necessary for a service you ask for, so we set them without asking.
cookie-consent-opt-in = We set them only with your consent.
cookie-consent-opt-out = We set them until you refuse them.
cookie-consent-implied = Going on using our site is taken as your agreement to them.
cookie-consent-browser-only = You control them in the settings of your browser.
cookie-refuse = You can refuse them { $how }.
cookie-purpose = They help us to { $purpose }.
cookie-purposes = They help us to:
cookie-ours = us
technology-cookie = cookies
technology-beacon = web beacons
technology-pixel = pixel tags
technology-script = scripts
technology-local-storage = local storage
technology-fingerprint = fingerprinting
technology-other-analytics = other analytics technologies
cookies-change-choice = You can change your choice at any time { $what }.
cookies-separate-notice = You find the details in our { $what }.
cookies-head-name = Name
cookies-head-kind = Kind
cookies-head-provider = Set by
cookies-head-lifetime = Works for

## Notice: recipients

share = We share { $what } with { $who }.
share-to = We share { $what } with { $who } to { $why }.
share-if = We share { $what } with { $who } if { $why }.
share-to-if = We share { $what } with { $who } to { $why }, if { $case }.
share-to-list = We share { $what } with { $who } to:
share-if-list = We share { $what } with { $who } if:
share-explicit-consent = We do so only with your explicit consent.
share-withdraw = You can withdraw it { $how }.
share-services = They provide { $services }.
share-privacy-notice = See the { $link }.
privacy-notice-of = privacy notice of { $name }
share-only-necessary = We share no more than is necessary.
share-told-always = We tell you before we do so.
share-told-where-possible = Where possible, we tell you before we do so.
share-told-no = We do not tell you before we do so.
share-commitment = They must { $commitment }.
share-commitments = They must:
share-basis = The legal basis is { $basis }.
third-parties = third parties
recipient-category = { $name } ({ $category })
recipient-category-place = { $name } ({ $category }, { $place })
recipient-place = { $name } ({ $place })

## Notice: transfers and storage

stored = We store { $what } { $primarily ->
    [yes] primarily{" "}
   *[no] {""}
}{ $own ->
    [yes] on our own servers{" "}
   *[no] {""}
}{ $place }.
region-eu = within the European Union
region-eea = within the European Economic Area
region-eea-and-adequate = within the European Economic Area and in countries with an adequacy decision
region-world = in several countries, inside and outside the European Economic Area
in-countries = in { $countries }
at-organisation = at { $name }
outside-eea = outside the European Economic Area
transfer-general = { $limited ->
    [yes] In limited cases, your data may go to recipients { $place }.
   *[no] Your data go to recipients { $place }.
}
transfer-named = { $limited ->
    [yes] In limited cases, { $who } may process your data { $place }.
   *[no] Your data go to { $who } { $place }.
}
transfer-when = This happens { $when }.
transfer-when-list = This happens:
transfer-rests-on = The transfer rests on { $what }.
transfer-rests-on-one-of = The transfer rests on { $what }.
transfer-depends-on = Which of them applies depends on { $what }.
transfer-no-decision = There is no adequacy decision of the European Commission for { $countries }.
transfer-compelling = Our compelling interest is to { $what }.
transfer-framework = You find more about the framework at { $url }.
transfer-copy = You can get a copy { $how }.
transfer-undertaking = We { $undertaking }.
transfer-undertakings = We:
mechanism-adequacy = an adequacy decision of the European Commission (Article 45 GDPR)
mechanism-dpf = the adequacy decision of the European Commission on the EU-US Data Privacy Framework, under which the recipient is listed (Article 45 GDPR)
mechanism-public-bodies-instrument = an instrument between public authorities (Article 46(2)(a) GDPR)
mechanism-bcr = binding corporate rules (Article 47 GDPR)
mechanism-scc = standard contractual clauses approved by the European Commission (Article 46(2)(c) GDPR)
mechanism-scc-authority = standard clauses of a supervisory authority (Article 46(2)(d) GDPR)
mechanism-code-of-conduct = an approved code of conduct (Article 46(2)(e) GDPR)
mechanism-certification = an approved certification (Article 46(2)(f) GDPR)
mechanism-ad-hoc-clauses = contractual clauses that an authority has authorised (Article 46(3)(a) GDPR)
mechanism-administrative-arrangement = an arrangement between public bodies (Article 46(3)(b) GDPR)
mechanism-explicit-consent = your explicit consent to the transfer (Article 49(1)(a) GDPR)
mechanism-contract-with-person = a contract with you, or steps you asked for before one (Article 49(1)(b) GDPR)
mechanism-contract-in-interest-of-person = a contract in your interest (Article 49(1)(c) GDPR)
mechanism-public-interest = important reasons of public interest (Article 49(1)(d) GDPR)
mechanism-legal-claims = legal claims (Article 49(1)(e) GDPR)
mechanism-vital-interests = vital interests (Article 49(1)(f) GDPR)
mechanism-public-register = a public register (Article 49(1)(g) GDPR)
mechanism-compelling-legitimate-interests = compelling legitimate interests (Article 49(1) GDPR, second subparagraph)
mechanism-privacy-shield = the EU-US Privacy Shield, which the Court of Justice annulled on 16 July 2020 (C-311/18)
mechanism-safe-harbour = Safe Harbour, which the Court of Justice annulled on 6 October 2015 (C-362/14)
mechanism-contractual-undertaking = a contractual undertaking of the recipient

## Notice: retention

keep-while = We { $typically ->
    [yes] typically keep
   *[no] keep
} { $what } while { $while }.
keep-while-and = We { $typically ->
    [yes] typically keep
   *[no] keep
} { $what } while { $while }, and for { $period } more.
keep-while-and-after = We { $typically ->
    [yes] typically keep
   *[no] keep
} { $what } while { $while }, and for { $period } after { $from }.
keep-after = We { $typically ->
    [yes] typically keep
   *[no] keep
} { $what } for { $period } after { $from }.
keep-for = We { $typically ->
    [yes] typically keep
   *[no] keep
} { $what } for { $period }.
keep-until = We { $typically ->
    [yes] typically keep
   *[no] keep
} { $what } until { $from }.
keep-limit = We never keep data longer than { $limit }.
keep-criteria = How long depends on { $list }.
keep-reason = We need them this long to { $reason }.
keep-laws = The time follows from { $laws }.
keep-sooner = We delete them sooner if { $list }.
keep-afterwards = After that we keep what we need to { $what }.
keep-afterwards-list = After that we keep what we need to:
keep-longer = We keep them longer if { $what }.
keep-longer-list = We keep them longer if:
keep-review = We { $review }.
then-erase = Then we erase them.
then-anonymise = Then we make them anonymous.
then-archive = Then they go to an archive.
then-review = Then we review whether we still need them.

## Notice: rights

rights-lead = You have the right to:
right-information = be informed about how we process your data (Articles 13 and 14 GDPR)
right-confirmation = get confirmation whether we process data about you (Article 15 GDPR)
right-access = access your data and get a copy of them (Article 15 GDPR)
right-rectification = have data corrected or completed that are incorrect, imprecise, incomplete, outdated or unnecessary (Article 16 GDPR)
right-erasure = have your data erased (Article 17 GDPR)
right-restriction = have processing restricted in the circumstances of Article 18 GDPR
right-portability = receive the data you gave us in a structured, commonly used and machine-readable format, and have them sent to somebody else (Article 20 GDPR)
right-electronic-copy = get an electronic copy of your data, so that you can take them with you
right-object = object to processing that rests on legitimate interests, in the circumstances of Article 21 GDPR
right-object-marketing = object to direct marketing at any time (Article 21(2) GDPR)
right-withdraw-consent = withdraw your consent at any time where processing rests on it; what was done before stays lawful (Article 7(3) GDPR)
right-no-automated-decision = not be subject to a decision made by automated means alone that has legal or similarly significant effects on you (Article 22 GDPR)
right-account-deletion = have your account deleted
right-complaint = complain to a supervisory authority (Article 77 GDPR)
right-promise = { $right }. { $promise }
requests-contact = To use your rights, contact { $contact }.
requests-contents = In your request, please state { $contents }.
requests-within = We answer within { $period }.
requests-free = Using your rights is free of charge.
requests-verify = We may ask you for more information to make sure who you are.
requests-verify-because = We do this so that { $why }.
requests-contact-back = We may contact you for further information so that { $why }.
requests-refusal = We may refuse a request that is { $grounds }.
requests-law = Requests are handled under { $law }.

objection-legitimate-interests = Where we rely on legitimate interests, **you have the right to object at any time**, on grounds relating to your particular situation. We then stop, unless we can show compelling legitimate grounds that override your interests, rights and freedoms, or need the data for legal claims (Article 21(1) GDPR).
objection-public-task = Where we rely on a task in the public interest, **you have the right to object at any time**, on grounds relating to your particular situation. We then stop, unless we can show compelling legitimate grounds that override your interests, rights and freedoms, or need the data for legal claims (Article 21(1) GDPR).
objection-both = Where we rely on legitimate interests or on a task in the public interest, **you have the right to object at any time**, on grounds relating to your particular situation. We then stop, unless we can show compelling legitimate grounds that override your interests, rights and freedoms, or need the data for legal claims (Article 21(1) GDPR).
objection-marketing = **You have the right to object at any time to direct marketing**, and to profiling for it, without giving a reason. We then no longer use your data for that (Article 21(2) and (3) GDPR).
objection-contact = To object, contact { $contact }.

marketing-stop = { $despite ->
    [yes] You can opt out of electronic direct marketing at any time, even after you have given your consent.
   *[no] You can opt out of direct marketing at any time.
}
marketing-how = You can stop it { $how }.
marketing-still = After that, we still use your e-mail address to { $to }.

complaints-right = You have the right to lodge a complaint with a supervisory authority, in particular where you live, where you work or where you think the law was broken (Article 77 GDPR).
complaints-right-places = You have the right to lodge a complaint at any time with the supervisory authority { $places }.
place-residence = of the country where you live
place-work = of the country where you work
place-infringement = of the country where you think the law was broken
complaints-list = You find a list of the supervisory authorities at { $url }.
complaints-authority = The supervisory authority of { $controller } is the { $authority }.
complaints-website = Its web site is { $url }.
complaints-page = You can complain at { $url }.
complaints-us-first = We would appreciate it if you came to us first, so that we can deal with your concern.
complaints-contact = Please contact { $contact }.
complaints-steps = You can also turn, in this order, to:
complaints-step = { $name }. { $text }

## Notice: security, children, changes

security-natures = We protect your data with { $natures } measures and procedures.
security-names = We use { $names }.
security-names-appropriate = Where appropriate, we use { $names }.
security-objectives = These measures are designed to keep an appropriate level of { $objectives }.
security-certificate = We are certified under { $standard }.
security-certificate-year = We are certified under { $standard } ({ $year }).
security-duty = You are responsible for { $what }.
security-advice = We encourage you to { $what }.
nature-physical = physical
nature-technical = technical
nature-organisational = organisational
nature-administrative = administrative
nature-electronic = electronic
nature-procedural = procedural
objective-confidentiality = confidentiality
objective-integrity = integrity
objective-availability = availability
objective-resilience = resilience

children-not-for = Our services are not meant for children.
children-not-for-age = Our services are not meant for anybody under { $age }.
children-not-knowingly = We do not knowingly collect data from children.
children-not-knowingly-age = We do not knowingly collect data from anybody under { $age }.
children-with-consent = Children may use our services only with the consent of a parent or guardian.
children-with-consent-age = Anybody under { $age } may use our services only with the consent of a parent or guardian.

changes-published = We update this notice from time to time { $how }.
changes-material = If we plan a material change, we tell you { $how }.
changes-effective = Changes take effect { $how }.
versions-lead = These are the versions of this notice:
versions-head-version = Version
versions-head-updated = Updated
versions-head-effective = In effect
versions-head-summary = What changed

## Pages

page-skip = Skip to the content
page-contents = Contents
page-groups = What concerns you
page-index = Privacy notices
page-table = Table { $n }: { $heading }

## Countries


country-AD = Andorra
    .in-sentence = Andorra
country-AE = United Arab Emirates
    .in-sentence = the United Arab Emirates
country-AF = Afghanistan
    .in-sentence = Afghanistan
country-AG = Antigua and Barbuda
    .in-sentence = Antigua and Barbuda
country-AI = Anguilla
    .in-sentence = Anguilla
country-AL = Albania
    .in-sentence = Albania
country-AM = Armenia
    .in-sentence = Armenia
country-AO = Angola
    .in-sentence = Angola
country-AQ = Antarctica
    .in-sentence = Antarctica
country-AR = Argentina
    .in-sentence = Argentina
country-AS = American Samoa
    .in-sentence = American Samoa
country-AT = Austria
    .in-sentence = Austria
country-AU = Australia
    .in-sentence = Australia
country-AW = Aruba
    .in-sentence = Aruba
country-AX = Åland Islands
    .in-sentence = the Åland Islands
country-AZ = Azerbaijan
    .in-sentence = Azerbaijan
country-BA = Bosnia and Herzegovina
    .in-sentence = Bosnia and Herzegovina
country-BB = Barbados
    .in-sentence = Barbados
country-BD = Bangladesh
    .in-sentence = Bangladesh
country-BE = Belgium
    .in-sentence = Belgium
country-BF = Burkina Faso
    .in-sentence = Burkina Faso
country-BG = Bulgaria
    .in-sentence = Bulgaria
country-BH = Bahrain
    .in-sentence = Bahrain
country-BI = Burundi
    .in-sentence = Burundi
country-BJ = Benin
    .in-sentence = Benin
country-BL = Saint Barthélemy
    .in-sentence = Saint Barthélemy
country-BM = Bermuda
    .in-sentence = Bermuda
country-BN = Brunei
    .in-sentence = Brunei
country-BO = Bolivia
    .in-sentence = Bolivia
country-BQ = Bonaire, Sint Eustatius and Saba
    .in-sentence = Bonaire, Sint Eustatius and Saba
country-BR = Brazil
    .in-sentence = Brazil
country-BS = Bahamas
    .in-sentence = the Bahamas
country-BT = Bhutan
    .in-sentence = Bhutan
country-BV = Bouvet Island
    .in-sentence = Bouvet Island
country-BW = Botswana
    .in-sentence = Botswana
country-BY = Belarus
    .in-sentence = Belarus
country-BZ = Belize
    .in-sentence = Belize
country-CA = Canada
    .in-sentence = Canada
country-CC = Cocos (Keeling) Islands
    .in-sentence = the Cocos (Keeling) Islands
country-CD = Democratic Republic of the Congo
    .in-sentence = the Democratic Republic of the Congo
country-CF = Central African Republic
    .in-sentence = the Central African Republic
country-CG = Republic of the Congo
    .in-sentence = the Republic of the Congo
country-CH = Switzerland
    .in-sentence = Switzerland
country-CI = Côte d'Ivoire
    .in-sentence = Côte d'Ivoire
country-CK = Cook Islands
    .in-sentence = the Cook Islands
country-CL = Chile
    .in-sentence = Chile
country-CM = Cameroon
    .in-sentence = Cameroon
country-CN = China
    .in-sentence = China
country-CO = Colombia
    .in-sentence = Colombia
country-CR = Costa Rica
    .in-sentence = Costa Rica
country-CU = Cuba
    .in-sentence = Cuba
country-CV = Cabo Verde
    .in-sentence = Cabo Verde
country-CW = Curaçao
    .in-sentence = Curaçao
country-CX = Christmas Island
    .in-sentence = Christmas Island
country-CY = Cyprus
    .in-sentence = Cyprus
country-CZ = Czechia
    .in-sentence = Czechia
country-DE = Germany
    .in-sentence = Germany
country-DJ = Djibouti
    .in-sentence = Djibouti
country-DK = Denmark
    .in-sentence = Denmark
country-DM = Dominica
    .in-sentence = Dominica
country-DO = Dominican Republic
    .in-sentence = the Dominican Republic
country-DZ = Algeria
    .in-sentence = Algeria
country-EC = Ecuador
    .in-sentence = Ecuador
country-EE = Estonia
    .in-sentence = Estonia
country-EG = Egypt
    .in-sentence = Egypt
country-EH = Western Sahara
    .in-sentence = Western Sahara
country-ER = Eritrea
    .in-sentence = Eritrea
country-ES = Spain
    .in-sentence = Spain
country-ET = Ethiopia
    .in-sentence = Ethiopia
country-FI = Finland
    .in-sentence = Finland
country-FJ = Fiji
    .in-sentence = Fiji
country-FK = Falkland Islands
    .in-sentence = the Falkland Islands
country-FM = Micronesia
    .in-sentence = Micronesia
country-FO = Faroe Islands
    .in-sentence = the Faroe Islands
country-FR = France
    .in-sentence = France
country-GA = Gabon
    .in-sentence = Gabon
country-GB = United Kingdom
    .in-sentence = the United Kingdom
country-GD = Grenada
    .in-sentence = Grenada
country-GE = Georgia
    .in-sentence = Georgia
country-GF = French Guiana
    .in-sentence = French Guiana
country-GG = Guernsey
    .in-sentence = Guernsey
country-GH = Ghana
    .in-sentence = Ghana
country-GI = Gibraltar
    .in-sentence = Gibraltar
country-GL = Greenland
    .in-sentence = Greenland
country-GM = Gambia
    .in-sentence = the Gambia
country-GN = Guinea
    .in-sentence = Guinea
country-GP = Guadeloupe
    .in-sentence = Guadeloupe
country-GQ = Equatorial Guinea
    .in-sentence = Equatorial Guinea
country-GR = Greece
    .in-sentence = Greece
country-GS = South Georgia and the South Sandwich Islands
    .in-sentence = South Georgia and the South Sandwich Islands
country-GT = Guatemala
    .in-sentence = Guatemala
country-GU = Guam
    .in-sentence = Guam
country-GW = Guinea-Bissau
    .in-sentence = Guinea-Bissau
country-GY = Guyana
    .in-sentence = Guyana
country-HK = Hong Kong
    .in-sentence = Hong Kong
country-HM = Heard Island and McDonald Islands
    .in-sentence = Heard Island and the McDonald Islands
country-HN = Honduras
    .in-sentence = Honduras
country-HR = Croatia
    .in-sentence = Croatia
country-HT = Haiti
    .in-sentence = Haiti
country-HU = Hungary
    .in-sentence = Hungary
country-ID = Indonesia
    .in-sentence = Indonesia
country-IE = Ireland
    .in-sentence = Ireland
country-IL = Israel
    .in-sentence = Israel
country-IM = Isle of Man
    .in-sentence = the Isle of Man
country-IN = India
    .in-sentence = India
country-IO = British Indian Ocean Territory
    .in-sentence = the British Indian Ocean Territory
country-IQ = Iraq
    .in-sentence = Iraq
country-IR = Iran
    .in-sentence = Iran
country-IS = Iceland
    .in-sentence = Iceland
country-IT = Italy
    .in-sentence = Italy
country-JE = Jersey
    .in-sentence = Jersey
country-JM = Jamaica
    .in-sentence = Jamaica
country-JO = Jordan
    .in-sentence = Jordan
country-JP = Japan
    .in-sentence = Japan
country-KE = Kenya
    .in-sentence = Kenya
country-KG = Kyrgyzstan
    .in-sentence = Kyrgyzstan
country-KH = Cambodia
    .in-sentence = Cambodia
country-KI = Kiribati
    .in-sentence = Kiribati
country-KM = Comoros
    .in-sentence = the Comoros
country-KN = Saint Kitts and Nevis
    .in-sentence = Saint Kitts and Nevis
country-KP = North Korea
    .in-sentence = North Korea
country-KR = South Korea
    .in-sentence = South Korea
country-KW = Kuwait
    .in-sentence = Kuwait
country-KY = Cayman Islands
    .in-sentence = the Cayman Islands
country-KZ = Kazakhstan
    .in-sentence = Kazakhstan
country-LA = Laos
    .in-sentence = Laos
country-LB = Lebanon
    .in-sentence = Lebanon
country-LC = Saint Lucia
    .in-sentence = Saint Lucia
country-LI = Liechtenstein
    .in-sentence = Liechtenstein
country-LK = Sri Lanka
    .in-sentence = Sri Lanka
country-LR = Liberia
    .in-sentence = Liberia
country-LS = Lesotho
    .in-sentence = Lesotho
country-LT = Lithuania
    .in-sentence = Lithuania
country-LU = Luxembourg
    .in-sentence = Luxembourg
country-LV = Latvia
    .in-sentence = Latvia
country-LY = Libya
    .in-sentence = Libya
country-MA = Morocco
    .in-sentence = Morocco
country-MC = Monaco
    .in-sentence = Monaco
country-MD = Moldova
    .in-sentence = Moldova
country-ME = Montenegro
    .in-sentence = Montenegro
country-MF = Saint Martin
    .in-sentence = Saint Martin
country-MG = Madagascar
    .in-sentence = Madagascar
country-MH = Marshall Islands
    .in-sentence = the Marshall Islands
country-MK = North Macedonia
    .in-sentence = North Macedonia
country-ML = Mali
    .in-sentence = Mali
country-MM = Myanmar
    .in-sentence = Myanmar
country-MN = Mongolia
    .in-sentence = Mongolia
country-MO = Macao
    .in-sentence = Macao
country-MP = Northern Mariana Islands
    .in-sentence = the Northern Mariana Islands
country-MQ = Martinique
    .in-sentence = Martinique
country-MR = Mauritania
    .in-sentence = Mauritania
country-MS = Montserrat
    .in-sentence = Montserrat
country-MT = Malta
    .in-sentence = Malta
country-MU = Mauritius
    .in-sentence = Mauritius
country-MV = Maldives
    .in-sentence = the Maldives
country-MW = Malawi
    .in-sentence = Malawi
country-MX = Mexico
    .in-sentence = Mexico
country-MY = Malaysia
    .in-sentence = Malaysia
country-MZ = Mozambique
    .in-sentence = Mozambique
country-NA = Namibia
    .in-sentence = Namibia
country-NC = New Caledonia
    .in-sentence = New Caledonia
country-NE = Niger
    .in-sentence = Niger
country-NF = Norfolk Island
    .in-sentence = Norfolk Island
country-NG = Nigeria
    .in-sentence = Nigeria
country-NI = Nicaragua
    .in-sentence = Nicaragua
country-NL = Netherlands
    .in-sentence = the Netherlands
country-NO = Norway
    .in-sentence = Norway
country-NP = Nepal
    .in-sentence = Nepal
country-NR = Nauru
    .in-sentence = Nauru
country-NU = Niue
    .in-sentence = Niue
country-NZ = New Zealand
    .in-sentence = New Zealand
country-OM = Oman
    .in-sentence = Oman
country-PA = Panama
    .in-sentence = Panama
country-PE = Peru
    .in-sentence = Peru
country-PF = French Polynesia
    .in-sentence = French Polynesia
country-PG = Papua New Guinea
    .in-sentence = Papua New Guinea
country-PH = Philippines
    .in-sentence = the Philippines
country-PK = Pakistan
    .in-sentence = Pakistan
country-PL = Poland
    .in-sentence = Poland
country-PM = Saint Pierre and Miquelon
    .in-sentence = Saint Pierre and Miquelon
country-PN = Pitcairn Islands
    .in-sentence = the Pitcairn Islands
country-PR = Puerto Rico
    .in-sentence = Puerto Rico
country-PS = Palestine
    .in-sentence = Palestine
country-PT = Portugal
    .in-sentence = Portugal
country-PW = Palau
    .in-sentence = Palau
country-PY = Paraguay
    .in-sentence = Paraguay
country-QA = Qatar
    .in-sentence = Qatar
country-RE = Réunion
    .in-sentence = Réunion
country-RO = Romania
    .in-sentence = Romania
country-RS = Serbia
    .in-sentence = Serbia
country-RU = Russia
    .in-sentence = Russia
country-RW = Rwanda
    .in-sentence = Rwanda
country-SA = Saudi Arabia
    .in-sentence = Saudi Arabia
country-SB = Solomon Islands
    .in-sentence = the Solomon Islands
country-SC = Seychelles
    .in-sentence = Seychelles
country-SD = Sudan
    .in-sentence = Sudan
country-SE = Sweden
    .in-sentence = Sweden
country-SG = Singapore
    .in-sentence = Singapore
country-SH = Saint Helena, Ascension and Tristan da Cunha
    .in-sentence = Saint Helena, Ascension and Tristan da Cunha
country-SI = Slovenia
    .in-sentence = Slovenia
country-SJ = Svalbard and Jan Mayen
    .in-sentence = Svalbard and Jan Mayen
country-SK = Slovakia
    .in-sentence = Slovakia
country-SL = Sierra Leone
    .in-sentence = Sierra Leone
country-SM = San Marino
    .in-sentence = San Marino
country-SN = Senegal
    .in-sentence = Senegal
country-SO = Somalia
    .in-sentence = Somalia
country-SR = Suriname
    .in-sentence = Suriname
country-SS = South Sudan
    .in-sentence = South Sudan
country-ST = São Tomé and Príncipe
    .in-sentence = São Tomé and Príncipe
country-SV = El Salvador
    .in-sentence = El Salvador
country-SX = Sint Maarten
    .in-sentence = Sint Maarten
country-SY = Syria
    .in-sentence = Syria
country-SZ = Eswatini
    .in-sentence = Eswatini
country-TC = Turks and Caicos Islands
    .in-sentence = the Turks and Caicos Islands
country-TD = Chad
    .in-sentence = Chad
country-TF = French Southern Territories
    .in-sentence = the French Southern Territories
country-TG = Togo
    .in-sentence = Togo
country-TH = Thailand
    .in-sentence = Thailand
country-TJ = Tajikistan
    .in-sentence = Tajikistan
country-TK = Tokelau
    .in-sentence = Tokelau
country-TL = Timor-Leste
    .in-sentence = Timor-Leste
country-TM = Turkmenistan
    .in-sentence = Turkmenistan
country-TN = Tunisia
    .in-sentence = Tunisia
country-TO = Tonga
    .in-sentence = Tonga
country-TR = Türkiye
    .in-sentence = Türkiye
country-TT = Trinidad and Tobago
    .in-sentence = Trinidad and Tobago
country-TV = Tuvalu
    .in-sentence = Tuvalu
country-TW = Taiwan
    .in-sentence = Taiwan
country-TZ = Tanzania
    .in-sentence = Tanzania
country-UA = Ukraine
    .in-sentence = Ukraine
country-UG = Uganda
    .in-sentence = Uganda
country-UM = United States Minor Outlying Islands
    .in-sentence = the United States Minor Outlying Islands
country-US = United States
    .in-sentence = the United States
country-UY = Uruguay
    .in-sentence = Uruguay
country-UZ = Uzbekistan
    .in-sentence = Uzbekistan
country-VA = Vatican City
    .in-sentence = Vatican City
country-VC = Saint Vincent and the Grenadines
    .in-sentence = Saint Vincent and the Grenadines
country-VE = Venezuela
    .in-sentence = Venezuela
country-VG = British Virgin Islands
    .in-sentence = the British Virgin Islands
country-VI = US Virgin Islands
    .in-sentence = the US Virgin Islands
country-VN = Vietnam
    .in-sentence = Vietnam
country-VU = Vanuatu
    .in-sentence = Vanuatu
country-WF = Wallis and Futuna
    .in-sentence = Wallis and Futuna
country-WS = Samoa
    .in-sentence = Samoa
country-YE = Yemen
    .in-sentence = Yemen
country-YT = Mayotte
    .in-sentence = Mayotte
country-ZA = South Africa
    .in-sentence = South Africa
country-ZM = Zambia
    .in-sentence = Zambia
country-ZW = Zimbabwe
    .in-sentence = Zimbabwe
