# Every word of the program's own in English.
#
# Sentences end in a full stop; phrases that complete other sentences do not. What fills a gap is
# Markdown and keeps its own case.

## Lists, numbers, dates, periods

list-middle = { $a }, { $b }
list-and = { $a } and { $b }
list-or = { $a } or { $b }
# Where an item has an "and" or "or" itself.
list-and-nested = { $a }, and { $b }
list-or-nested = { $a }, or { $b }
# Where items have commas themselves.
list-middle-long = { $a }; { $b }
list-and-long = { $a }; and { $b }
list-or-long = { $a }; or { $b }

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
date-month-first = { $month } { $day }, { $year }
date-month-year = { $month } { $year }
date-ordinal = { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
} of { $month }, { $year }

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
heading-scope = What this { $called } covers
heading-groups = Who this { $called } is for
heading-groups-you = Terms in this { $called }
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
heading-changes = Changes to this { $called }
heading-contact = Contact

question-controller = Who is responsible for your data?
question-scope = What does this { $called } cover?
question-groups = Who is this { $called } for?
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
question-changes = How do we change this { $called }?
question-contact = How can you reach us?

# What a notice calls itself; every message of a notice gets it as $called.
called-notice = notice
called-policy = policy
called-statement = statement

## Notice: lead and groups

lead-updated = Last updated on { $date }.
lead-effective = In effect from { $date }.
lead-version = Version { $version }.

group-page-title = What we hold about you as { $singular }
group-page-title-plural = What we hold about you: { $group }
group-page-lead = This page is the part of our { $notice } that concerns you in this role.
group-page-left = There you also read { $what }.
group-page-controller = who we are
group-page-security = how we protect your data
group-page-complaints = how to complain
own-page-link = You read this on a page of its own: { $link }.
own-page-lead = This page is a part of our { $notice }.
group-definition = You are { $singular } if you are { $definition }.
groups-lead = This { $called } is for:
group-item = { $name }: you are one of them if you are { $definition }.
group-item-undefined = { $name }.
group-related = You come to us through one of these: { $group }.
group-related-one = You come to us through { $singular }.
group-age = You must be at least { $age } years old.
only-groups = ({ $groups } only)
only-groups-sentence = This concerns { $groups } only.
definitions-lead = In this { $called }:
definition-one = In this { $called }, **“{ $term }”** means { $meaning }.
definition = **“{ $term }”** means { $meaning }.

## Notice: controller and contacts

controller-is = { $name } is the controller of your personal data.
controller-trade-name = { $name } (trading as { $trade })
controller-form = We are a { $form }.
controller-form-registered = We are a { $form } registered in { $country }.
controller-registered = We are registered in { $country }.
controller-registration = Our { $label } is { $number }.
registration-number = registration number
controller-called = In this { $called }, { $names } mean { $name }.
quoted = **“{ $words }”**
quoted-we = **“we”**
quoted-us = **“us”**
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
joint-other = { $name } ({ $address })
joint-with = We decide on the processing jointly with { $others }.
joint-with-to = We decide jointly with { $others } how we use your data to { $purposes }.
joint-with-list = We decide jointly with { $others } how we use your data to:
joint-contact = For this, you can turn to { $contact }.
contact-about = If you have { $matters } about this { $called } or about how we process your data, contact { $contact }.
matter-questions = questions
matter-complaints = complaints
matter-feedback = suggestions
subject-because = Please use this subject line so that { $why }.
contact-security = To report a security problem, contact { $contact }.

## Notice: scope

scope-explains = This { $called } explains { $what }.
scope-covers = This { $called } covers { $what }.
scope-excludes = { $named ->
    [yes] It
   *[no] This { $called }
} does not cover { $what }.
scope-as-controller = { $named ->
    [yes] It
   *[no] This { $called }
} applies where we are the controller, that is, where we decide why and how your data are processed.
other-notice-besides = Besides this { $called }, { $name } can apply.
other-notice-besides-if = If { $case }, { $name } can apply besides this { $called }.
other-notice-prevails = { $name } can differ from this { $called }; where it does, it prevails.
other-notice-prevails-if = If { $case }, { $name } prevails over this { $called }.
other-notice-because = This is because { $why }.
role-processor = For { $data }, we are a processor.
role-on-behalf = We process them on behalf of { $whom }.
role-controller = The controller is { $who }.

others-not-covered = This { $called } does not describe the privacy practices of { $whose }.
others-no-responsibility = We take no responsibility for { $several ->
    [yes] any of these
   *[no] them
}.
others-also = This also holds where { $where }.
others-social-media = We have pages on { $names }, whose own privacy notices apply there.

## Notice: data

data-lead = We process the following data about you:
data-one = We process { $category }
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
data-category-open-required = **{ $name }**{ $conditional ->
    [yes] {" "}({ $conditions })
   *[no] {""}
}, at least { $items }, which you have to give.
data-category-closed-required = **{ $name }**{ $conditional ->
    [yes] {" "}({ $conditions })
   *[no] {""}
}: { $items }, which you have to give.
data-condition = if { $condition }
item-if = { $item } (if { $condition })
item-mandatory = { $item } (required)
data-if-combined = These data are not meant to identify you. Sometimes they make it possible to recognise a person all the same, by themselves or combined with other data. Where that happens, we treat them, and what they are combined with, as personal data.
data-if-combined-of = We do not mean to identify you by { $names }. Sometimes these data make it possible to recognise a person all the same, by themselves or combined with other data. Where that happens, we treat them, and what they are combined with, as personal data.
data-anonymous = These data are anonymous: nobody can be identified from them.
data-special = These data reveal or may reveal { $kind }, which the law protects specially (Article 9 GDPR).
data-special-items = Of these, { $items } can reveal { $kind }, which the law protects specially (Article 9 GDPR).
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
them = them

source-you = You give us { $what } yourself.
source-you-when = You give us { $what } { $when }.
source-you-them-when = You give them to us { $when }.
source-mainly-you = We get { $what } primarily from you directly.
source-observed = We record { $what } when you use our services and web sites.
source-observed-when = We record { $what } { $when }.
source-derived = We derive { $what } from other data about you.
source-others = We get { $what } from { $names }.
source-also-others = We also get { $what } from { $names }.
source-public-stem = public
source-public = publicly accessible sources such as { $names }
source-named-category = { $name } ({ $category })

required-statute = The law requires you to give us { $what }.
required-contract = Our contract with you requires you to give us { $what }.
required-to-enter-contract = We need { $what } to enter into a contract with you.
required-refused = { $required } If you do not give them to us, this follows: { $consequence }
data-combined = We combine { $what } with { $with }.
data-depends-on = Which of { $what } we process depends on { $on }.
data-basis = The legal basis for { $what } is { $basis }.
data-bases = The legal basis for { $what } is one or more of these:
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
purposes-lead-besides = Besides, we use your data to:
purpose-sentence = We use your data to **{ $purpose }**.
purpose-sentence-also = We also use your data to **{ $purpose }**.
purpose-if = { $purpose }, if { $condition }
purpose-and = { $purpose }. { $sentences }
purpose-uses = For this we use { $categories }.
purposes-use = For all of this we use { $categories }.
purposes-head-purpose = What for
purposes-head-bases = Legal basis
purposes-bases = One or more of these bases:
purposes-basis-number = ({ $number }) { $basis }.
table-groups = For whom
table-everybody = everybody
purpose-includes = This includes that we:
purpose-includes-one = This includes that we { $include }.
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
# Behind the purposes just told, whose bases hold for these too.
basis-besides = { $n ->
    [one] For this purpose the same legal bases hold, and besides:
   *[other] For these purposes the same legal bases hold, and besides:
}
basis-item = { $basis }.
basis-some-cases = in some cases, { $basis }
basis-primarily = primarily { $basis }
basis-special = { $basis }, together with { $special }
basis-examples = { $basis }, for example { $examples }
ground-consent = your consent (Article { $article } GDPR)
ground-consent-explicit = your explicit consent (Articles { $article } and { $special } GDPR)
ground-contract = a contract with you or steps you ask for before one (Article { $article } GDPR)
ground-other = another ground laid down in { $laws }
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
basis-contract = The processing is necessary to { $contract }.
basis-obligation = We must { $obligation }.
basis-laws = This follows from { $laws }.
basis-interest = Our interest is { $interests }.
basis-interests = Our interests are { $interests }.
basis-interest-of = The interest of { $whose } is { $interests }.
basis-interests-of = The interests of { $whose } are { $interests }.
basis-interest-to = to { $interest }
basis-vital = It protects { $interest }.
consent-to = You agree that we { $to }.
consent-withdraw = You can withdraw your consent { $how }.
law-act = the { $act }
law-article = the { $act }, { $article }
law-of-union = { $act } (European Union)
law-of-country = { $act } ({ $country })

## Notice: profiling and automated decisions

profiling-used = We make profiles of you.
profiling-method = We { $method }.
profiling-topics = The profile covers topics such as { $topics }.
profiling-input = The profile draws on { $input }.
profiling-inputs = The profile draws on:
profiling-none = We do not make profiles of you.
decisions-used = We make decisions about you by automated means alone.
decisions-what = We decide by automated means { $what }.
decisions-safeguards = You can { $can }.
decisions-none = The processing involves no automated decision-making: we make no decisions about you by automated means alone.

## Notice: cookies

cookie-used = We { $possible ->
    [yes] may use
   *[no] use
} { $name }{ $where ->
    [place] {" "}when you use { $place }
    [messages] {" "}in { $messages }
    [both] {" "}when you use { $place } and in { $messages }
   *[unsaid] {""}
}.
cookie-technologies = They work by means of { $technologies }.
cookie-data = They store or read { $data }.
cookie-data-open = They store or read data, for example { $data }.
cookie-provider = { $who } sets them.
cookie-lifetime = They work for { $time }.
cookie-lifetime-session = They work { $time }.
cookie-kept-until = They stay on your device until { $what }.
cookie-class-strictly-necessary = They are strictly necessary for a service you ask for.
cookie-class-functionality = They remember what you chose.
cookie-class-analytics = They measure how our services are used.
cookie-class-advertising = They select advertising or measure its effect.
cookie-class-affiliate = They count who refers visitors to us.
cookie-class-support-chat = They run our support chat.
cookie-consent-not-needed = They are strictly necessary for a service you ask for, so we set them without asking.
cookie-consent-opt-in = We set them only with your consent.
cookie-consent-opt-out = We set them until you refuse them.
cookie-consent-implied = Going on using our site is taken as your agreement to them.
cookie-consent-implied-of = Going on using our site is taken as your agreement to { $names }.
cookie-consent-browser-only = You control them in the settings of your browser.
cookie-refuse = You can refuse them { $how }.
cookie-no-opt-out = There is no way to refuse them.
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
cookies-separate-notice = You can find the details in our { $what }.
cookies-head-name = Name
cookies-head-kind = Kind
cookies-head-provider = Set by
cookies-head-lifetime = How long it works

## Notice: recipients

share-lead = { $inside ->
    [yes] we
   *[no] We
} { $possible ->
    [yes] may{" "}
   *[no] {""}
}{ $named ->
    [yes] share { $what } with { $who }
   *[no] disclose { $what }
}
share = { $share }.
share-to = { $share } to { $why }.
share-if = { $share } if { $why }.
share-to-if = { $share } to { $why }, if { $case }.
share-to-list = { $share } to:
share-if-list = { $share } if:
share-to-list-if = If { $case }, { $share } to:
share-to-if-list = { $share } to { $why }, if:
share-so = { $inside ->
    [yes] we
   *[no] We
} { $possible ->
    [yes] may do so
   *[no] do so
}
share-explicit-consent = We do so only with your explicit consent.
share-withdraw = You can withdraw it { $how }.
share-services = They provide { $services }.
share-services-it = It provides { $services }.
share-services-of = From { $name }, we obtain { $services }.
share-privacy-notice = See the { $link }.
privacy-notice-of = privacy notice of { $name }
share-only-necessary = We share no more than is necessary.
share-only-necessary-always = Whoever receives your data, we share no more than is necessary.
share-told-always = We tell you before we do so.
share-told-where-possible = Where possible, we tell you before we do so.
share-told-no = We do not tell you before we do so.
share-commitment = They must { $commitment }.
share-commitments = They must:
share-commitment-it = It must { $commitment }.
share-commitments-it = It must:
share-commitment-of = { $name } must { $commitment }.
share-commitments-of = { $name } must:
share-answerable = We stay answerable for what they do with your data.
share-answerable-it = We stay answerable for what it does with your data.
share-answerable-of = We stay answerable for what { $who } do with your data.
data-not-sold = We do not sell your data to third parties.
share-basis = The legal basis is { $basis }.
third-parties = third parties
kind-group-company = companies of our group
kind-controller = others who decide themselves what they do with the data
kind-joint-controller = others who decide jointly with us
kind-business-partner = business partners
kind-financial-organisation = banks and other financial organisations
kind-adviser = professional advisers
kind-advertising-network = advertising networks
kind-authority = public authorities
kind-court = courts
kind-buyer-or-seller = buyers or sellers of businesses
kind-public = the public
kind-other-person = other users or customers
kind-third-party = third parties
recipient-category = { $name } ({ $category })
recipient-category-place = { $name } ({ $category }, { $place })
recipient-place = { $name } ({ $place })

## Notice: transfers and storage

stored = We { $processes ->
    [yes] process and store
   *[no] store
} { $what } { $primarily ->
    [yes] primarily{" "}
   *[no] {""}
}{ $place }.
stored-with = The data we share with { $who } are stored { $place }.
stored-own = on our own servers
stored-own-data-centre = in a data centre of our own
stored-third-party-facilities = in facilities of third parties
stored-at = { $sites } { $place }
place-in-words = { $words } ({ $place })
stored-depends-on = Where that is depends on { $what }.
stored-lead = This is where your data are stored:
stored-item = { $primarily ->
    [yes] primarily{" "}
   *[no] {""}
}{ $place }: { $what }{ $processes ->
    [yes] , which we process there too
   *[no] {""}
}
stored-item-depends-on = { $item } (where that is depends on { $what })
stored-item-with = the data we share with { $who }
region-eu = within the European Union
region-eea = within the European Economic Area
region-eea-and-adequate = within the European Economic Area and in countries with an adequacy decision
region-world = in several countries, inside and outside the European Economic Area
in-countries = in { $countries }
at-organisation = at { $name }
outside-eea = outside the European Economic Area
transfer-general = { $extent ->
    [limited] In limited cases, your data may go to recipients { $place }.
    [possible] Your data may go to recipients { $place }.
   *[always] Your data go to recipients { $place }.
}
transfer-named = { $extent ->
    [limited] In limited cases, { $who } may process your data { $place }.
    [possible] Your data may go to { $who } { $place }.
   *[always] Your data go to { $who } { $place }.
}
transfer-when = This happens { $when }.
transfer-when-list = This happens:
transfer-rests-on = The transfer rests on { $what }.
transfer-rests-on-one-of = The transfer rests on { $what }.
transfer-depends-on = Which of them applies depends on { $what }.
transfer-no-decision = There is no adequacy decision of the European Commission for { $countries }.
transfer-compelling = Our compelling interest is to { $what }.
transfer-to-us = us
transfer-framework = { $ours ->
    [yes] We take part in { $name }.
   *[no] { $one ->
        [yes] { $who } takes part in { $name }.
       *[no] { $who } take part in { $name }.
    }
}
transfer-framework-certified = { $ours ->
    [yes] We have certified that we adhere to its principles.
   *[no] That the principles of the framework are followed has been certified.
}
transfer-framework-prevails = Where this { $called } conflicts with the principles of the framework, these go before it.
transfer-framework-url = You can find more about the framework at { $url }.
transfer-framework-dispute-body = A complaint under the framework that is not resolved can go to { $body }.
transfer-framework-arbitration = As a last step you can { $what }.
transfer-framework-regulator = { $ours ->
    [yes] We are subject to investigation and enforcement by { $regulator }.
   *[no] Who takes part in it is subject to investigation and enforcement by { $regulator }.
}
transfer-framework-onward = { $ours ->
    [yes] Where we pass the data on to a third party, its access, use and disclosure must comply with the obligations of the framework. If it fails to comply, we stay liable, unless we prove that we are not responsible for the event that caused the damage.
   *[no] Where the data are passed on to a third party, its access, use and disclosure must comply with the obligations of the framework. If it fails to comply, who passed them on stays liable, unless they prove that they are not responsible for the event that caused the damage.
}
transfer-copy = You can get a copy of the safeguards { $how }.
no-transfers-lead = These recipients do not take your data outside the European Economic Area:
no-transfers-item = { $who }: { $text }
transfer-partial-decision = The transfer does not rest on the adequacy decision of the European Commission for { $countries }.
transfer-undertaking = We { $undertaking }.
transfer-undertakings = For such transfers we:
mechanism-adequacy = an adequacy decision of the European Commission (Article 45 GDPR)
mechanism-dpf = the adequacy decision of the European Commission on the EU-US Data Privacy Framework, under which the recipient is listed (Article 45 GDPR)
mechanism-public-bodies-instrument = an instrument between public authorities (Article 46(2)(a) GDPR)
mechanism-bcr = binding corporate rules (Article 47 GDPR)
mechanism-scc = standard contractual clauses adopted by the European Commission (Article 46(2)(c) GDPR)
mechanism-scc-authority = standard clauses adopted by a supervisory authority and approved by the European Commission (Article 46(2)(d) GDPR)
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
mechanism-privacy-shield = the EU-US Privacy Shield, which the Court of Justice declared invalid on 16 July 2020 (C-311/18)
mechanism-safe-harbour = Safe Harbour, which the Court of Justice declared invalid on 6 October 2015 (C-362/14)
mechanism-contractual-undertaking = a contractual undertaking of the recipient

## Notice: retention

keep-resting-on = { $what }, where their processing rests on { $bases },
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
kept-resting-on = { $what }, where their processing rests on { $bases }
kept-typically = typically { $time }
kept-while = while { $while }
kept-while-and = while { $while }, and for { $period } more
kept-while-and-after = while { $while }, and for { $period } after { $from }
kept-after = { $period } after { $from }
kept-for = { $period }
kept-until = until { $from }
kept-limit = no longer than { $limit }
kept-criteria = depends on { $list }
kept-head-data = Data
kept-head-time = How long
kept-head-more = Why, and what happens then
keep-limit = We never keep them longer than { $limit }.
keep-limit-of = We keep { $what } no longer than { $limit }.
keep-criteria-of = How long we keep { $what } depends on { $list }.
keep-criteria = How long depends on { $list }.
keep-reason = We need them this long to { $reason }.
keep-laws = The time follows from { $laws }.
keep-sooner = We delete them sooner if { $list }.
keep-afterwards = After that we keep what we need to { $what }.
keep-afterwards-list = After that we keep what we need to:
keep-longer = We keep them longer if { $what }.
keep-longer-list = We keep them longer if:
keep-review = We { $review }.
then-erase = Then we erase them{ $says ->
    [yes] {" "}{ $how }
   *[no] {""}
}.
then-anonymise = Then we make them anonymous{ $says ->
    [yes] {" "}{ $how }
   *[no] {""}
}.
then-archive = Then they go to an archive{ $says ->
    [yes] {" "}{ $how }
   *[no] {""}
}.
then-review = Then we review whether we still need them{ $says ->
    [yes] {" "}{ $how }
   *[no] {""}
}.
then-done = What is done with them then, we do { $how }.

## Notice: first layer

first-layer-heading = In short
first-layer-who = { $name } is responsible for your data.
first-layer-ask = If you have a question, contact { $contact }.
first-layer-purposes = We use your data to:
first-layer-purposes-more = { $n ->
    [one] and for one more purpose
   *[other] and for { $n } more purposes
}
first-layer-purposes-count = { $n ->
    [one] We use your data for one purpose.
   *[other] We use your data for { $n } purposes.
}
first-layer-surprises = You might not expect this:
first-layer-special = Some data reveal or may reveal { $kinds }.
first-layer-criminal = Some data are about criminal convictions or offences.
first-layer-profiling = We make profiles of people.
first-layer-decisions = Some decisions about people are made by automated means alone.
first-layer-countries = Some data go to { $countries }.
first-layer-abroad = Some data go to countries outside the European Economic Area.
first-layer-stored = Some data are stored { $place }.
first-layer-sources = Some data come from { $names }, not from you.
first-layer-others = Some data come from others, not from you.
first-layer-rights = You have the right to { $rights }.
first-layer-information = be informed
first-layer-confirmation = know whether we use data about you
first-layer-access = see your data
first-layer-rectification = have them corrected
first-layer-erasure = have them erased
first-layer-restriction = have their use restricted
first-layer-portability = take them with you
first-layer-electronic-copy = get an electronic copy
first-layer-receive-data = receive your data
first-layer-object = object to some uses
first-layer-object-marketing = object to direct marketing
first-layer-withdraw-consent = withdraw your consent
first-layer-no-automated-decision = not be subject to decisions by automated means alone
first-layer-account-deletion = have your account deleted
first-layer-complaint = complain to a supervisory authority

## Notice: rights

rights-lead = You have the right to:
right-information = be informed about how we process your data (Articles 13 and 14 GDPR)
right-confirmation = get confirmation whether we process data about you (Article 15 GDPR)
right-access = access your data and get a copy of them (Article 15 GDPR)
right-rectification = have inaccurate data corrected and incomplete data completed (Article 16 GDPR)
right-erasure = have your data erased in the circumstances of Article 17 GDPR
right-restriction = have processing restricted in the circumstances of Article 18 GDPR
right-portability = receive the data you gave us in a structured, commonly used and machine-readable format, and have them sent to somebody else where that is technically feasible, in the circumstances of Article 20 GDPR
right-electronic-copy = get an electronic copy of your data, so that you can take them with you
right-receive-data = receive your data
right-object = object to processing that rests on legitimate interests, in the circumstances of Article 21 GDPR
right-object-marketing = object to direct marketing at any time (Article 21(2) GDPR)
right-withdraw-consent = withdraw your consent at any time where processing rests on it; this does not affect the lawfulness of what was done before (Article 7(3) GDPR)
right-no-automated-decision = not be subject to a decision made by automated means alone that has legal or similarly significant effects on you (Article 22 GDPR)
right-account-deletion = have your account deleted
right-complaint = complain to a supervisory authority (Article 77 GDPR)
right-promise = { $right }. { $promise }

# TILT, the Transparency Information Language: what its members say in words.
tilt-right = You have the right to { $rights }.
tilt-after = after { $what }
tilt-until = until { $what }
tilt-while = while { $what }
tilt-afterwards = after that, what we need to { $what }
tilt-criterion = depending on { $what }
tilt-longer = longer if { $what }
tilt-sooner = sooner if { $what }
tilt-limit = never longer than { $what }

requests-contact = To use your rights, contact { $contact }.
requests-occasions = Contact us also if { $occasions }.
requests-must-be = Your request has to be { $what }.
requests-contents = In your request, please state { $contents }.
requests-answered = We answer { $when }.
requests-within = We answer within { $period }.
requests-within-also = At the latest, we answer within { $period }.
requests-free = Using your rights is free of charge.
requests-verify = If we doubt who you are, we ask you for more information.
requests-verify-because = We do this so that { $why }.
requests-contact-back = If we need to know more, we contact you, so that { $why }.
requests-refusal = We can refuse a request that is { $grounds }.
requests-limits = Your rights can be limited { $how }.
requests-law = Requests are handled under { $law }.

objection-legitimate-interests = Where we rely on legitimate interests, **you have the right to object at any time**, on grounds relating to your particular situation. We then stop, unless we can show compelling legitimate grounds that override your interests, rights and freedoms, or need the data for legal claims (Article 21(1) GDPR).
objection-public-task = Where we rely on a task in the public interest, **you have the right to object at any time**, on grounds relating to your particular situation. We then stop, unless we can show compelling legitimate grounds that override your interests, rights and freedoms, or need the data for legal claims (Article 21(1) GDPR).
objection-both = Where we rely on legitimate interests or on a task in the public interest, **you have the right to object at any time**, on grounds relating to your particular situation. We then stop, unless we can show compelling legitimate grounds that override your interests, rights and freedoms, or need the data for legal claims (Article 21(1) GDPR).
objection-marketing = **You have the right to object at any time to direct marketing**, and to profiling for it, without giving a reason. We then no longer use your data for that (Article 21(2) and (3) GDPR).
objection-contact = To object, contact { $contact }.

marketing-stop = { $despite ->
    [yes] You can opt out of electronic direct marketing{ $always ->
            [yes] {" "}at any time
           *[no] {""}
        }, even after you have given your consent.
   *[no] You can opt out of direct marketing{ $always ->
            [yes] {" "}at any time
           *[no] {""}
        }.
}
marketing-how = You do so { $how }.
marketing-still = Even then, we still { $to }.
marketing-still-also = We also still { $to }.

complaints-right = You have the right to lodge a complaint{ $always ->
    [yes] {" "}at any time
   *[no] {""}
} with a supervisory authority, in particular where you live, where you work or where you think the law was broken (Article 77 GDPR).
complaints-right-places = You have the right to lodge a complaint{ $always ->
    [yes] {" "}at any time
   *[no] {""}
} with the supervisory authority of the country { $places }.
place-residence = where you live
place-work = where you work
place-infringement = where you think the law was broken
complaints-list = You can find a list of the supervisory authorities at { $url }.
complaints-authority = The supervisory authority of { $controller } is the { $authority }.
complaints-authority-website = The supervisory authority of { $controller } is the { $authority } ({ $url }).
complaints-page = You can complain at { $url }.
complaints-us-first = We would appreciate it if you came to us first, so that we can deal with your concern.
complaints-contact = Please contact { $contact }.
complaints-answered = We answer complaints { $when }.
complaints-steps = You can also turn to the following, in this order:
complaints-step = { $name }. { $text }

## Notice: security, children, changes

security-natures = We protect your data with { $natures } measures and procedures.
security-names = We use { $names }.
security-names-appropriate = Where appropriate, we use { $names }.
security-objectives = These measures are designed to keep an appropriate level of { $objectives }.
security-certificates = We are certified under { $standards }.
security-certificate = { $standard } ({ $year })
security-more = You can find more about security at { $url }.
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

changes-reserved = We reserve the right to change this { $called }.
changes-published = We update this { $called } { $how }.
changes-published-then = We do so { $how }.
changes-material = If we plan a material change, we tell you { $how }.
changes-effective = Changes take effect { $how }.
changes-new-purposes = Before we use your data for a purpose that is not listed here, we { $how }.
versions-lead = These are the versions of this { $called }:
versions-head-version = Version
versions-head-updated = Updated
versions-head-effective = In effect
versions-head-summary = What changed

# The page about what changed, and the pages of single versions.
versions-title = { $title }: what changed
versions-page-lead = All versions of our { $notice }, the latest first.
version-heading = Version { $version }
version-heading-day = Version of { $date }
version-heading-nothing = A version without a date
version-called = version { $version }
version-called-day = the version of { $date }
version-called-nothing = a version without a date
version-mark-in-effect = In effect
version-mark-from = From { $date }
version-in-effect = In effect from { $from } to { $until }.
version-in-effect-until = In effect until { $date }.
version-is-earlier = A later version of our { $notice } follows this one; the link leads to the latest.
version-is-latest = This is the latest version of our { $notice }, at an address that always leads to this version.
version-is-planned = This is a planned version of our { $notice }; the link leads to the latest that was published.
version-until-then = This version takes effect on { $date }; until { $until }, { $version } applies.
version-what-changes = See what changes
version-any-two = Compare any two versions
version-with = Compare { $version } with { $others }.
version-all = All versions
version-read = Read this version
version-elsewhere = Read this version elsewhere
version-changes = Compare it with the version before
version-since = Compare it with the latest version
redline-title = { $title }: { $before } and { $after } compared
redline-lead = Words that were added are underlined, words that were removed are struck through.
redline-none = The words of both versions are the same.
redline-earlier = The earlier version
redline-later = The later version
redline-same = no change
redline-added = added:
redline-removed = removed:
redline-end = end of the change
feed-version = { $title }: { $version }
version-not-here = The text of this version is not at hand.

## Pages

page-skip = Skip to the content
page-contents = Contents
page-back = Back to the contents
page-groups = What concerns you
page-everybody = Everybody
page-versions = What changed
page-link = Link to “…”
page-copied = The link is copied
page-description = { $title }: what { $who } does with personal data.
page-description-nobody = { $title }: what is done with personal data.
page-index = Privacy notices
page-trail = You are here
page-register = Register of processing activities
page-search = Search the register
page-edit = Edit this record
page-as-of = As of { $date }.
page-as-of-commit = As of { $date }, from commit { $commit }.
page-table = Table { $n }: { $heading }
page-picture = Picture: { $name }
page-picture-table = The same as a table

## Register: pages and marks

register-title = Record of processing activities
register-separator = ;{" "}
register-gap = **not stated**
register-nothing = none
register-nobody = none named
register-yes = yes
register-no = no
register-mark = Article { $point }
register-inherited = { $what } (default of the registry)
register-keyed = { $what } (row { $key })
register-with = { $what } ({ $more })
register-about = { $what }: { $text }
register-if = if { $condition }
register-for-groups = { $what } (for { $groups })
register-article-and-reason = { $article }: { $reason }
register-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
register-more-in = { $n ->
    [one] and one more in { $list }
   *[other] and { $n } more in { $list }
}
register-pages = Pages: { $pages }
register-relative-link = { $words } (link to { $target })
register-none = Nothing is recorded.
register-as-of = Dates are judged as of { $date }.
register-expired = { $date } (over)
register-place = { $path }, line { $line }

## Register: its search, and what its script says

register-search = Search
register-search-all = { $search } finds them by title, id, owner, people, recipient or any word.
register-search-lead = The field at the top of each page searches titles, ids, owners, groups of people, recipients, and every word that the records say. Titles that begin with the words come first; accents and capitals do not matter. Words that most of the records say are left out.
register-search-keys = The key / leads to the field. Arrows move among what is found, Enter opens it, Escape closes the list.
register-search-lists = The field needs JavaScript. Without it, these lists lead to every record, and the search of the browser works in each:
# The script fills gaps that begin with %.
script-tools = Show some rows only
script-contains = Contains
script-all = all
script-none = (none)
script-clear = Show all rows
script-rows = %shown of %all rows
script-no-rows = None of %all rows
script-sorted-up = Sorted by %column, ascending
script-sorted-down = Sorted by %column, descending
script-page = The list goes over several pages. Opened from disk, only the rows of this page are looked at; the search above looks at all records.
script-search = Search (press /)
script-results = What is found
script-found = %n found
script-found-more = %n found, the first %shown are shown
script-found-none = Nothing is found.
script-no-index = The search does not work here: its index cannot be loaded.

## Register on a single page

register-extract = Only a part of the register
register-extract-activities = Only these activities, and what they name: { $names }
register-extract-client = Only what is done for { $name }
export-and-more = and { $n } more, which name it
export-whole = the whole register
register-extract-controller = Only the activities of { $name }, and what they name
register-cover-as-of = As of
register-cover-program = Made with
register-cover-version = ropa { $version }, legal data of { $law }
register-cover-version-commit = ropa { $version }, legal data of { $law }; records of commit { $commit }
register-cover-commit = Commit
register-cover-records = Records
register-cover-article = Record of processing activities, Article 30 of Regulation (EU) 2016/679
page-overviews = Overviews
register-guide = How to read this register
register-guide-lead = Article 30(1) of the General Data Protection Regulation lists what a record of processing activities contains. Each activity in { $chapter } has the same sections in the same order, and the point of the article that a section answers stands beside its heading:
register-guide-chapter = chapter { $n }, { $title }
register-guide-point = Point
register-guide-asks = What it asks for
register-guide-section = Section of an activity
register-guide-a = name and contact details of the controller and, where applicable, the joint controller, the controller’s representative and the data protection officer
register-guide-b = purposes of the processing
register-guide-c = a description of the categories of data subjects and of personal data
register-guide-d = categories of recipients to whom the data have been or will be disclosed, including those in third countries or international organisations
register-guide-e = where applicable, transfers to a third country or an international organisation, which one it is and, for transfers under the second subparagraph of Article 49(1), the documentation of suitable safeguards
register-guide-f = where possible, the envisaged time limits for erasure of the different categories of data
register-guide-g = where possible, a general description of the technical and organisational security measures
register-guide-clients = What is done on behalf of other controllers, as Article 30(2) asks, stands in { $chapter }.
register-guide-gap = Where it says { $gap }, nothing was written about a point.
register-guide-stated = “Stated:” begins what was written on purpose, for example that there are no recipients.
register-guide-default = “Default of the registry” marks what holds for every activity that says nothing else.
register-guide-names = The names of records, such as a processor or a time limit, lead to the part of this register that describes them.
register-glance = Activities at a glance
register-glance-number = No.

## Register as a document of its own

export-page = Page { $n } of { $all }
export-page-head = Page
export-replaced = Characters that the fonts of this document lack stand as their numbers in Unicode, in brackets.
export-attached = All records are attached to this document as { $name }, for programs.
export-attachment = The records of the register as JSON

## Register: start page

register-records = Records
register-counted = { $what } ({ $n })
register-count = Number
register-download-csv = Tables as CSV, in a zip archive
register-download-json = Every record as JSON, without loss
register-download-ods = Tables for LibreOffice and others (ODS)
register-download-xlsx = Tables for Excel and others (XLSX)
register-downloads = To take away
register-overviews = Overviews
register-overview = Overview
register-attention = What is due
register-attention-all = everything that is due
register-attention-none = Nothing is due.
register-attention-count = { $over ->
    [0] Nothing is overdue.
    [one] **One thing is overdue.**
   *[other] **{ $over } things are overdue.**
} { $soon ->
    [0] Nothing is due in the next { $days } days.
    [one] One is due in the next { $days } days.
   *[other] { $soon } are due in the next { $days } days.
}
register-due = Due
register-due-what = What
register-overdue = **{ $date } (overdue)**
register-completeness = Completeness of the records
register-completeness-count = { $whole ->
    [one] One activity of { $n } says
   *[other] { $whole } of { $n } activities say
} all that the register asks of the record of an activity: the points of Article 30(1) and what belongs to them. This counts what is written; it does not judge it.
register-completeness-of = { $written } of { $asked }
register-completeness-written = Written
register-completeness-missing = Missing
register-transfers-all = all transfers
register-without-safeguard = { $n ->
    [one] **one without a safeguard**
   *[other] **{ $n } without a safeguard**
}
register-findings = Findings
register-findings-all = all findings
register-findings-none = The lints find nothing.
register-findings-count = { $n ->
    [0] The lints find nothing; the page with { $list } is empty.
    [one] The lints find one thing. One page lists { $list }.
   *[other] The lints find { $n } things. One page lists { $list }.
}
register-finding = What is found
register-legal-data = Adequacy decisions of the registry
register-own-law = { $country }: { $instrument } of { $adopted }, read on { $read } at { $source }
register-own-law-ended = ended { $date }
register-levels = Levels of lints
register-level-of = { $what }: { $level }
register-level = Level
register-level-allow = not shown
register-level-warn = warning
register-level-deny = error
register-whole = the registry as a whole
register-settings = Settings of the registry
register-language = Language of the records
register-default-controller = Default controller
register-repository = Files of the registry
register-default-retention = Default retention rules of activities
register-default-security = Default security measures of activities
register-default-systems = Default systems of activities
register-default-owner = Default owner of activities

register-concern-review-due = Review of the activity
register-concern-dpia-review-due = Review of the impact assessment
register-concern-contract-ending = Contract with the processor ends
register-concern-listing-due = Look up the listing again
register-concern-certificate-ending = Certificate ends
register-concern-waiver-ending = Waiver ends

## Short notices of collection points

# What { $names } are responsible for.
short-what = the data that you give us here
short-what-form = the data that you give us in this form
short-what-screen = the data that you give us on this screen
short-what-paper = the data that you give us on this form
short-what-call = the data that you give us in this call
short-what-conversation = the data that you give us in this conversation
short-what-message = the data that you send us here
short-what-camera = this camera
short-what-device = this device
short-who = { $n ->
    [one] { $names } is responsible for { $what }.
   *[other] { $names } are together responsible for { $what }.
}
short-records = It records { $what }.
short-purposes = We use these data to { $purposes }.
short-purposes-based = { $purposes } ({ $bases })
short-ground-consent = your consent
short-ground-contract = a contract with you or the steps before it
short-ground-legal-obligation = a legal obligation
short-ground-vital-interests = vital interests
short-ground-public-task = a public task
short-ground-legitimate-interests = legitimate interests
short-ground-other = another ground laid down by law
short-withdraw = You can withdraw your consent at any time.
short-object-marketing = You can object to direct marketing at any time.
short-decisions = Some decisions are made by automated means alone.
short-mandatory = To go on, you need to give us { $what }.
short-refused = { $required } If you do not: { $consequence }
short-free = You are free to leave out { $what }.
short-free-rest = You are free to leave out everything else.
short-recipients = { $more ->
    [yes] We share the data with { $names }, and in some cases with others.
   *[no] We share the data with { $names }.
}
short-recipients-some = In some cases we share the data with others.
short-rights-ask = You can ask us to { $what } your data.
short-right-access = show
short-right-rectification = correct
short-right-erasure = erase
short-right-restriction = restrict
short-right-portability = hand over
short-rights-do = You can also { $what }.
short-right-object = object to their use
short-right-complaint = complain to a supervisory authority
short-whole = How long we keep the data, and all the rest, is in our notice “{ $notice }”.
short-whole-at = How long we keep the data, and all the rest, is in our notice “{ $notice }” at { $address }.
short-whole-from = You get all of it { $how }.

## Sub-processors

subs-now = Sub-processors
subs-former = Former sub-processors
subs-changes = Changes
subs-none = Nobody is engaged.
subs-notice-period = We announce a new sub-processor here at least { $period } before we engage it.
subs-objection = You can object to a change { $how }.
subs-head-name = Name
subs-head-purpose = What it does
subs-head-country = Country
subs-head-safeguard = Transfers and safeguards
subs-head-engaged = Engaged
subs-places = { $seat }; data in { $stored }
subs-transfer = { $place }.
subs-transfer-rests = { $place }: { $safeguard }.
subs-since = from { $date }
subs-until = until { $date }
subs-span = from { $since } until { $until }
subs-begins-on = Engaged from { $date }: { $name }{ $known ->
    [yes] , for { $purpose }
   *[no] {""}
}.
subs-begins = We engage { $name }{ $known ->
    [yes] {" "}for { $purpose }
   *[no] {""}
}.
subs-ends-on = Engaged until { $date }: { $name }.
subs-ends = We will no longer engage { $name }.
subs-announced = { $change } Announced on { $date }.
page-feed = Feed of changes

## Register: lists and overviews

register-kinds-activities = Activities
register-kinds-client-processing = Processing for clients
register-kinds-collection-points = Collection points
register-kinds-controllers = Controllers
register-kinds-cookies = Cookies
register-kinds-data-categories = Data categories
register-kinds-legal-bases = Legal bases
register-kinds-notices = Notices
register-kinds-processors = Processors
register-kinds-recipients = Recipients
register-kinds-retention = Retention rules
register-kinds-security-measures = Security measures
register-kinds-sources = Sources
register-kinds-sub-processor-lists = Lists of sub-processors
register-kinds-subject-groups = Subject groups
register-kinds-systems = Systems

register-title-of = Title
register-name = Name
register-of-record = Record
register-used-by = Used by
register-used-by-none = No other record names this one.
register-used-by-more = { $n ->
    [one] and one more, see { $list }
   *[other] and { $n } more, see { $list }
}
register-contract-ends = Contract ends
register-client-processing-lead = This is the record of Article 30(2): processing on behalf of clients.

register-retention-schedule = Retention schedule
register-retention-schedule-lead = Every rule on time, what happens at its end, and what it applies to (Article 30(1)(f)).
register-transfers = Transfers to third countries
register-transfers-lead = Transfers of processors, of other recipients and of processing for clients, by the country they go to (Article 30(1)(e) and 30(2)(c)). The activities are those that disclose data to the recipient.
register-transfers-none = No transfer is recorded.
register-place-in-words = Places without a country
register-waivers = Waivers
register-waivers-none = No finding is waived.
register-waiver = { $lint }: { $reason } Until { $expires }, answered for by { $owner }.
register-exemptions = Exemptions from notices
register-exemptions-lead = What is kept out of public notices under Article 13(4) or 14(5), and why.
register-exemptions-none = Nothing is kept out of notices.
register-lint = Lint
register-expires = Ends

## Register: pictures

register-flow-activity = Flow of data
register-flow-activity-caption = From the people concerned over their data to those who receive them, and the countries in which these and their sub-processors are, store data or transfer them to. Which data a recipient gets stands under Data.
register-flow-group = Where their data go
register-flow-group-caption = What is held about these people, what it is used in, who receives it, and the countries in which recipients and their sub-processors are, store data or transfer them to.
register-flow-description = { $n } boxes in columns, with { $edges } lines between them. Under the picture the same stands as a table.
register-flow-hidden = { $n ->
    [one] One box is only counted; see the table.
   *[other] { $n } boxes are only counted; see the table.
}
register-flow-kind = What it is
register-flow-from = From
register-flow-to = To
register-flow-special = special category, Article 9
register-flow-criminal = offences, Article 10
register-flow-third-country = third country
register-flow-processor = processor
register-flow-organisation = international organisation
register-timeline = Time limits on an axis
register-timeline-description = { $n ->
    [one] One rule with the event that its time runs from and how long it lasts.
   *[other] { $n } rules, each with the event that its time runs from and how long it lasts.
} The table on this page says the same in words.
register-timeline-caption = The axis begins with the event that each time limit runs from. It is stretched: each further step stands for more time than the one before.
register-timeline-before = An arrow before the event stands for a time of no fixed length.
register-timeline-open = A dashed arrow runs on to the edge because no number says how long: it depends on criteria, needs or a limit in words.
register-timeline-sooner = An arrow that points back to a bar tells that data may go sooner.
register-timeline-longer = An arrow that leads on from a bar tells that data may stay longer.
register-timeline-afterwards = then what is needed to { $list }
register-timeline-hidden = { $n ->
    [one] One more rule stands in the table only.
   *[other] { $n } more rules stand in the table only.
}
register-timeline-event = event
register-timeline-after = after { $from }
register-data-map = Which data of whom
register-data-map-lead = Categories of data, with the categories of people whose data they are and the number of activities that use them (Article 30(1)(c)).
register-data-map-picture = Data and people
register-data-map-description = A row for each of { $rows } categories of data, a column for each of { $columns } categories of people, and where they meet the number of activities. The table on this page says the same in words.
register-data-map-caption = Numbers count activities; the more, the darker. Data of special categories and on offences stand first and are outlined.
register-data-map-hidden = Not in the picture: { $rows } categories of data and { $columns } categories of people that fewer activities concern; see the table.
register-footing = Transfers by country and safeguard
register-footing-description = A row for each of { $n } countries or organisations, a column for each safeguard, and where they meet the number of transfers. The tables on this page say the same in words.
register-footing-caption = Numbers count transfers; the more, the darker. A transfer that rests on several safeguards is counted under each.
register-footing-hidden = { $n ->
    [one] One more place stands in the tables only.
   *[other] { $n } more places stand in the tables only.
}
register-footing-adequacy = Adequacy decision, Article 45
register-footing-clauses = Standard clauses, 46(2)(c), (d)
register-footing-rules = Binding corporate rules, 46(2)(b)
register-footing-safeguards = Other safeguards, Article 46
register-footing-derogation = Derogation, Article 49
register-footing-unknown = No instrument in force
register-footing-gap = None written
register-footing-eea = in the EEA
completeness-grid = What records of activities lack
completeness-grid-description = A row for each of { $n } activities, a column for each point that a record is asked to hold, and where they meet whether it is written.
completeness-grid-caption = Those records that lack most come first. The points with 30(1) are those of Article 30(1); the others serve notices and the register itself. What is written is counted, not judged.
completeness-grid-hidden = { $n ->
    [one] One more record lacks something.
   *[other] { $n } more records lack something.
}
completeness-grid-written = written
completeness-grid-missing = missing
completeness-grid-not-due = not called for
completeness-grid-written-of = { $written } of { $asked } written
completeness-short-controller = controller
completeness-short-purposes = purposes
completeness-short-people = people
completeness-short-data = data
completeness-short-recipients = recipients
completeness-short-transfers = third countries
completeness-short-time-limits = time limits
completeness-short-security = security
completeness-short-legal-bases = legal bases
completeness-short-sources = sources
completeness-short-automation = profiling, decisions
completeness-short-assessment = need of a DPIA
completeness-short-owner = owner
completeness-short-review = review
completeness-grid-head = { $what } { $article }
register-coverage-picture = What notices say
register-coverage-description = A bar for each of { $n } notices, with its parts that are said, missing, not due and not testable.
register-coverage-caption = The information items of Articles 13 and 14, counted for each group of people a notice speaks to.
register-coverage-said = said
register-coverage-missing = missing
register-coverage-not-due = not due
register-coverage-untestable = shown by no file
register-coverage-said-of = { $said } of { $due } said
register-tick-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
register-tick-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
register-tick-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
register-tick-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}

## Register: completeness of activities

completeness-point-controller = controller with contact details
completeness-point-purposes = purposes
completeness-point-people = categories of people
completeness-point-data = categories of data
completeness-point-recipients = recipients
completeness-point-transfers = third countries
completeness-point-time-limits = time limits
completeness-point-security = security measures
completeness-point-legal-bases = legal bases
completeness-point-sources = sources of the data
completeness-point-automation = profiling and automated decisions
completeness-point-assessment = need of an impact assessment
completeness-point-owner = owner
completeness-point-review = dates of review

## Table exports: the legend, and what could not be filled

export-legend = Legend
export-profile = Profile
export-profile-title = Title
export-authority = Authority
export-form = Form
export-form-read = Read on
export-fidelity = What was read
export-fidelity-original = the form or the law itself
export-fidelity-reproduction = something that reproduces it
export-fidelity-own = nothing: the layout is our own
export-sheet = Sheet
export-column = Column or line
export-english = In English
export-required = Required
export-facts = Facts
export-meaning = What it means
export-no-fact = The register holds nothing of this kind.
export-not-filled = Not filled
export-not-filled-lead = Required cells that are empty:
export-without-fact = Columns that the register holds nothing of. Fill them in by hand where they apply.
export-place-of = File and line
export-role-controller = Controller
export-role-joint-controller = Joint controller
export-role-dpo = Data protection officer
export-role-representative = Representative

## Register: every record

register-record = About this record
register-note = Notes
register-changed = Last changed in substance
register-id = Id
register-origin = Comes from
register-owner = Owner
register-reference = Reference
register-reason = Reason
register-description = Description
register-heading = Heading in notices
register-text = Text
register-text-more = and { $n } more
register-text-link = As the public reads it, with where each sentence comes from
register-text-lead = This is the text of { $notice }. Point at a sentence, or move through the links with the keyboard, to see the files and lines that it comes from; each link leads to the record.
register-order = Position in notices
register-shown-as = Shown in notices
register-shown-as-name = by its name
register-shown-as-category = by its category only

## Register: activities

register-activity = Activity
register-activities = Activities
register-activities-none = No activity is recorded.
register-whole-activity = the whole activity
register-controllers = Controllers
register-joint-arrangement = Arrangement between joint controllers
register-essence = Essence of the arrangement
register-joint-contact = People can turn to
register-signed = Signed
register-purposes = Purposes
register-legal-bases = Legal bases
register-includes = This includes that we
register-groups = People
register-categories = Data categories
register-condition = Only if
register-minimisation = Minimisation
register-direct-marketing = Direct marketing
register-people = Categories of people
register-data = Data
register-data-row = Row
register-category = Data category
register-sources = Sources
register-source-data-subject = the person
register-source-observed = observed
register-source-derived = derived from other data
register-main-source = Main source
register-given-when = Given
register-observed-when = Observed
register-required = Must it be given?
register-required-statute = yes, the law requires it
register-required-contract = yes, a contract requires it
register-required-to-enter-contract = yes, to enter into a contract
register-required-voluntary = no
register-combined-with = Combined with
register-data-depends-on = Which of them depends on
register-if-refused = If refused
register-notice-exemption = Kept out of notices
register-recipients = Recipients
register-all-data = all data of the activity
register-purpose = What for
register-cases = In which cases
register-only-necessary = Only what is necessary
register-told-before = People are told before
register-told-before-always = always
register-told-before-where-possible = where possible
register-told-before-no = no
register-explicit-consent = Only with explicit consent
register-withdraw = That consent is withdrawn
register-commitments = They must
register-answerable = We stay answerable for it
register-no-disclosures = Stated: nobody receives the data. { $reason }
register-no-transfers-by = { $who }: stated that there are no transfers. { $reason }
register-transfers-silent = Nothing is stated about transfers by { $who }.
register-transfers-nobody = Stated that nobody receives the data, so none are transferred.
register-time-limits = Time limits
register-applies-to = Applies to
register-security = Security measures
register-systems = Systems
register-started = Began
register-ended = Ends or ended
register-reviewed = Last review
register-next-review = Next review
register-status = Status
register-status-runs = runs
register-status-planned = planned
register-status-ended = ended
register-profiling = Profiling
register-profiling-used = Profiles are made
register-method = What is done: we
register-topics = Topics
register-inputs = Draws on
register-effect = Effect
register-automated-decisions = Automated decisions
register-decisions-used = Decisions are made by automated means alone
register-decision = What is decided
register-logic = Logic involved
register-consequences = Significance and consequences
register-safeguards = People can
register-exception = Exception relied on
register-dpia = Data protection impact assessment
register-dpia-needed = Needed
register-dpia-criteria = Criteria that apply
register-dpia-no-criteria = none
register-dpia-date = Made
register-dpia-result = Outcome
register-dpo-advice = Advice of the data protection officer

## Register: controllers

register-controller = Controller
register-own = Its processing activities
register-own-title = { $name }: processing activities
register-head-b = Purposes, 30(1)(b)
register-head-c-people = People, 30(1)(c)
register-head-c-data = Data, 30(1)(c)
register-head-d = Recipients, 30(1)(d)
register-head-e = Third countries, 30(1)(e)
register-head-f = Time limits, 30(1)(f)
register-head-g = Security, 30(1)(g)
register-no-transfer-written = no transfer recorded
register-identity = Further facts
register-trade-name = Trade name
register-short-names = Called in notices
register-legal-form = Legal form
register-registered-in = Registered in
register-registration-name = Kind of registration number
register-registration-number = Registration number
register-address = Address
register-phone = Telephone
register-email = E-mail
register-website = Web site
register-url = Page
register-staff = Staff
register-establishments = Establishments
register-public-body = Public authority or body
register-dpo = Data protection officer
register-dpo-holder = Held by { $who }
register-dpo-notified = Authority told on { $date }
register-representative = Representative in the Union
register-mandated = Mandated on { $date }
register-appointed = Appointed
register-not-appointed = Stated: none appointed
register-appointed-gap = Whether appointed: **not stated**
register-contact-for = For { $uses }
register-contacts = Contact points
register-contact = Contact
register-subject-line = Subject line
register-subject-because = Why the subject line helps
register-uses = For
register-contact-use-general = anything
register-contact-use-requests = requests
register-contact-use-questions = questions
register-contact-use-complaints = complaints
register-contact-use-feedback = feedback
register-contact-use-marketing-opt-out = stopping direct marketing
register-contact-use-security = security problems
register-authority = Supervisory authority
register-authority-id = Id in the legal data
register-complaint-url = Page for complaints
register-requests = Requests of people
register-request-contents = A request should state
register-request-occasions = People may turn to us also if
register-request-must-be = A request has to be
register-self-service = People can do themselves
register-verify-identity = Identity may be checked
register-verify-because = So that
register-contact-back-because = People may be asked back so that
register-answered-within = Answered within
register-answered = Answered, in words
register-free = Free of charge
register-refusal-grounds = May be refused if it is
register-request-consequences = What may follow
register-request-limits = Rights can be limited
register-promises = Promises
register-requests-law = Besides the GDPR, under
register-complaints = Complaints
register-contact-us-first = People are asked to come to us first
register-authorities-list = List of authorities
register-complaint-places = Where people may complain
register-complaint-place-residence = where they live
register-complaint-place-work = where they work
register-complaint-place-infringement = where the infringement is
register-complaint-step = Further body
register-marketing = Direct marketing
register-opt-out = It can be stopped
register-despite-consent = Even after consent
register-at-any-time = At any time
register-still-sent = Still sent, to
register-suppression = Kept so that the wish is respected

register-right-information = information
register-right-confirmation = confirmation
register-right-access = access
register-right-rectification = rectification
register-right-erasure = erasure
register-right-restriction = restriction
register-right-portability = portability
register-right-electronic-copy = electronic copy
register-right-receive-data = data received
register-right-object = objection
register-right-object-marketing = objection to direct marketing
register-right-withdraw-consent = withdrawal of consent
register-right-no-automated-decision = no automated decision
register-right-account-deletion = deletion of the account
register-right-complaint = complaint

## Register: processors, recipients, sources, systems

register-processor = Processor
register-party-category = Category
register-services = Services
register-country = Country
register-countries = Countries
register-locations = Data are stored in
register-support-from = Data can be reached from
register-sub-processors = Sub-processors
register-contract = Contract
register-checked = Clauses last checked
register-sub-processing = Sub-processors are approved
register-sub-processing-specific = each by specific authorisation
register-sub-processing-general = by general authorisation, with notice and a right to object
register-sub-processing-none = not at all
register-recipient = Recipient
register-recipient-kind = What it is
register-recipient-kind-group-company = company of our group
register-recipient-kind-controller = controller of its own
register-recipient-kind-joint-controller = joint controller
register-recipient-kind-business-partner = business partner
register-recipient-kind-financial-organisation = financial organisation
register-recipient-kind-adviser = professional adviser
register-recipient-kind-advertising-network = advertising network
register-recipient-kind-authority = public authority
register-recipient-kind-court = court
register-recipient-kind-buyer-or-seller = buyer or seller of a business
register-recipient-kind-public = the public
register-recipient-kind-other-person = another user or customer
register-recipient-kind-third-party = other third party
register-privacy-notice = Its privacy notice
register-source = Source
register-publicly-accessible = Publicly accessible
register-told-within = When people are told
register-system = System
register-stores = What it holds, in notices
register-region = Region
register-region-eu = European Union
register-region-eea = European Economic Area
register-region-eea-and-adequate = European Economic Area and countries with an adequacy decision
register-region-world = anywhere
register-primarily = Primarily there
register-own-servers = On servers of our own
register-own-data-centre = In a data centre of our own
register-third-party-facilities = In facilities of third parties
register-storage-place = Place in words
register-storage-depends-on = What decides on the place
register-processes = Data are processed there too
register-operated-by = Operated by

## Register: transfers

register-no-transfers = Stated: there are no transfers. { $reason }
register-destination = Goes to
register-safeguard = Safeguard
register-papers = Documents
register-transfer-when = When
register-extent = How regular
register-extent-always = as a rule
register-extent-limited-cases = only in limited cases
register-extent-possible = possibly
register-mechanisms = Rests on
register-mechanism-adequacy = adequacy decision, Article 45
register-mechanism-dpf = EU-US Data Privacy Framework, Article 45
register-mechanism-public-bodies-instrument = instrument between public authorities, Article 46(2)(a)
register-mechanism-bcr = binding corporate rules, Article 46(2)(b)
register-mechanism-scc = standard contractual clauses, Article 46(2)(c)
register-mechanism-scc-authority = standard clauses of an authority, Article 46(2)(d)
register-mechanism-code-of-conduct = code of conduct, Article 46(2)(e)
register-mechanism-certification = certification, Article 46(2)(f)
register-mechanism-ad-hoc-clauses = ad hoc clauses, Article 46(3)(a)
register-mechanism-administrative-arrangement = administrative arrangement, Article 46(3)(b)
register-mechanism-explicit-consent = explicit consent, Article 49(1)(a)
register-mechanism-contract-with-person = contract with the person, Article 49(1)(b)
register-mechanism-contract-in-interest-of-person = contract in the person's interest, Article 49(1)(c)
register-mechanism-public-interest = important reasons of public interest, Article 49(1)(d)
register-mechanism-legal-claims = legal claims, Article 49(1)(e)
register-mechanism-vital-interests = vital interests, Article 49(1)(f)
register-mechanism-public-register = public register, Article 49(1)(g)
register-mechanism-compelling-legitimate-interests = compelling legitimate interests, Article 49(1) second subparagraph
register-mechanism-privacy-shield = EU-US Privacy Shield, declared invalid on 16 July 2020 (C-311/18)
register-mechanism-safe-harbour = Safe Harbour, declared invalid on 6 October 2015 (C-362/14)
register-mechanism-contractual-undertaking = contractual undertaking, which Chapter V does not know
register-adequacy = Adequacy decisions
register-adequacy-decision = { $country }: { $instrument }{ $partial ->
    [yes] , for some recipients or data only
   *[no] {""}
}
register-adequacy-none = { $country }: none known
register-depends-on = Which of them depends on
register-copy-from = A copy can be had
register-undertakings = Further protection: we
register-compelling-interest = Compelling interest
register-framework = Framework
register-framework-certified = Certified under it
register-framework-prevails = Its principles prevail
register-framework-url = Page of the framework
register-framework-dispute-body = Complaints under it go to
register-framework-arbitration = Last step under it
register-framework-regulator = Enforced by
register-framework-onward = Liable for onward transfers
register-own-transfers = Transfers to the controller itself
register-scc-module = Module of the clauses
register-module = module { $module }
register-signed-on = signed on { $date }
register-assessed-on = assessed on { $date }
register-listing-checked = Listing last looked up
register-transfer-assessment = Transfer impact assessment
register-transfer-assessment-result = What it found
register-transfer-assessment-reference = Reference of the assessment
register-supplementary-measures = Supplementary measures
register-safeguard-documents = Documents on safeguards

## Register: data categories and groups

register-items = What belongs to it
register-item-mandatory = required
register-item-voluntary = not required
register-exhaustive = The list is complete
register-special = Special category
register-special-none = not marked as one
register-special-origin = racial or ethnic origin
register-special-political-opinions = political opinions
register-special-beliefs = religious or philosophical beliefs
register-special-trade-union = trade union membership
register-special-genetic = genetic data
register-special-biometric = biometric data
register-special-health = health
register-special-sex-life = sex life or sexual orientation
register-criminal = Criminal convictions and offences
register-identifiability = Identifies people
register-identifiability-personal = yes
register-identifiability-if-combined = when combined with other data
register-identifiability-anonymous = no, anonymous
register-parent = Wider category
register-group = Group
register-singular = One of them
register-definition = Who belongs to it
register-related-to = Relates to
register-minimum-age = Minimum age
register-children = Children belong to it
register-vulnerable = Vulnerable people
register-people-count = Number of people, roughly

## Register: legal bases

register-legal-basis = Legal basis
register-article = Article
register-ground-consent = consent
register-ground-contract = contract
register-ground-legal-obligation = legal obligation
register-ground-vital-interests = vital interests
register-ground-public-task = public task
register-ground-legitimate-interests = legitimate interests
register-article-9 = Condition of Article 9(2)
register-special-condition-explicit-consent = explicit consent
register-special-condition-employment-social-law = employment and social law
register-special-condition-vital-interests-incapable = vital interests of a person who cannot consent
register-special-condition-non-profit-members = members of a not-for-profit body
register-special-condition-manifestly-public = manifestly made public
register-special-condition-legal-claims = legal claims
register-special-condition-substantial-public-interest = substantial public interest
register-special-condition-health-care = health care
register-special-condition-public-health = public health
register-special-condition-archiving-research-statistics = archiving, research or statistics
register-basis-extent = How far it reaches
register-basis-extent-always = everything that names it
register-basis-extent-some-cases = some cases only
register-basis-extent-primarily = main basis beside others
register-examples = For example
register-basis-contract = Necessary to
register-obligation = We must
register-laws = Laws
register-union = European Union
register-interests = Our interest is to
register-interest-of = Whose interest
register-vital-interest = Protects
register-consent-to = People agree that we
register-consent-withdraw = Consent is withdrawn
register-consent-asked = How it is asked
register-consent-proof = How it is proven
register-assessment = Balancing test
register-assessment-gap = balancing test **not stated**
register-date = Made or last looked at
register-necessity = Necessity
register-result = Outcome

## Register: retention and security

register-rule = Rule
register-time = How long
register-time-while = while { $what }
register-time-after = { $period } after { $from }
register-time-until = until { $from }
register-time-criteria = depends on { $list }
register-time-limit = never longer than { $limit }
register-time-typically = typically { $time }
register-period = Period
register-from = Runs from
register-while = Kept while
register-afterwards = After that, what is needed to
register-criteria = Depends on
register-longer-if = Longer if
register-sooner-if = Sooner if
register-limit = Never longer than
register-typically = Typically
register-then = What happens then
register-then-how = How that is done
register-disposal-erase = erased
register-disposal-anonymise = made anonymous
register-disposal-archive = archived
register-disposal-review = reviewed
register-review = Regular review: we
register-own-control = People can
register-retention-reason = Needed this long to
register-procedure = How deletion is done
register-measure = Measure
register-measure-name = In notices
register-measure-sentence = Sentence in notices
register-where-appropriate = Where appropriate only
register-nature = Nature
register-nature-physical = physical
register-nature-technical = technical
register-nature-organisational = organisational
register-nature-administrative = administrative
register-nature-electronic = electronic
register-nature-procedural = procedural
register-serves = Serves, Article 32(1)
register-objective-pseudonymisation-encryption = pseudonymisation and encryption (a)
register-objective-confidentiality = confidentiality (b)
register-objective-integrity = integrity (b)
register-objective-availability = availability (b)
register-objective-resilience = resilience (b)
register-objective-restoration = restoring access after an incident (c)
register-objective-testing = regular testing (d)
register-certificate = Certificate
register-certificate-year = Year of the certificate
register-certificate-expires = Certificate ends
register-detail = How it is done
register-tested = Last tested

## Register: cookies

register-cookie = Cookie
register-cookie-names = Names in the browser
register-cookie-class = Class
register-cookie-class-strictly-necessary = strictly necessary
register-cookie-class-functionality = functionality
register-cookie-class-analytics = analytics
register-cookie-class-advertising = advertising
register-cookie-class-affiliate = affiliate
register-cookie-class-support-chat = support chat
register-technologies = Techniques
register-technology-cookie = cookies
register-technology-beacon = web beacons
register-technology-pixel = pixel tags
register-technology-script = scripts
register-technology-local-storage = local storage
register-technology-fingerprint = fingerprinting
register-technology-other-analytics = other analytics
register-in-messages = Used in messages
register-possible = Possibly, not always
register-cookie-data-exhaustive = All of its data are named
register-kept-until = Stays until
register-if-accepted = If accepted
register-no-opt-out = No way to refuse
register-cookies-asked = How people are asked
register-placement = Set on
register-cookie-purposes = Used to
register-cookie-data = Stores or reads
register-lifetime = Works for
register-provider = Set by
register-provider-own = ourselves
register-cookie-consent = Consent
register-cookie-consent-not-needed = not asked, strictly necessary
register-cookie-consent-opt-in = asked before
register-cookie-consent-opt-out = set until refused
register-cookie-consent-implied = taken from going on browsing
register-cookie-consent-browser-only = left to the browser
register-refuse = Refused

## Register: processing for clients

register-client-processor = Processor
register-clients = Clients
register-client-list = Full list
register-processing = Categories of processing
register-in-notices = In notices
register-client-data = The data
register-on-behalf-of = On behalf of
register-controller-is = The controller is
register-ask = Whom people should ask

## Register: collection points

register-point = Collection point
register-point-kind = How it collects
register-point-kind-form = form on a web site
register-point-kind-screen = screen of a program
register-point-kind-paper = form on paper
register-point-kind-call = telephone call
register-point-kind-conversation = conversation
register-point-kind-message = messages
register-point-kind-camera = camera
register-point-kind-device = device that records
register-point-location = Where it is
register-notice-from = The whole notice is there
register-collects = What it collects
register-asked = Asked or recorded
register-item = Item

register-sub-processor-list = Public list of sub-processors
register-holds-for = Holds for
register-notice-period = Announced before
register-objection = Clients object
register-engagements = Sub-processors on the list
register-announced = Announced
register-engaged-from = Engaged from
register-end-announced = End announced
register-engaged-until = Engaged until

## Register: notices

register-notice = Notice
register-updated = Updated
register-effective = In effect
register-version = Version
register-published-at = Published at
register-speaks-to = Speaks to
register-speaks-to-groups = each group under its heading
register-speaks-to-you = everybody together
register-headings = Section headings
register-headings-plain = plain
register-headings-numbered = numbered
register-headings-questions = questions
register-group-headings = Group headings
register-group-headings-plain = plain
register-group-headings-lettered = lettered
register-called = It calls itself
register-called-notice = notice
register-called-policy = policy
register-called-statement = statement
register-date-style = Days are written
register-date-style-day-first = day first
register-date-style-month-first = month first
register-date-style-ordinal = day as an ordinal number
register-list-numbering = Lists are numbered
register-list-numbering-bullets = not at all
register-list-numbering-numbers = with numbers
register-list-numbering-letters = with letters
register-list-numbering-roman = with Roman numbers
register-obfuscate-email = E-mail addresses are escaped
register-data-not-sold = Data are not sold
register-own-page = On a page of its own
register-told-in = Tells its facts in
register-told-in-sentences = sentences
register-told-in-table = a table
register-version-url = Where it can be read
register-section-order = Order of sections
register-rights = Rights it states
register-rights-derived = those that follow from the legal bases
register-introduction = Introduction
register-sections = Settings of sections
register-together = Groups under one heading
register-section = Section
register-section-controller = Controller
register-section-scope = Scope
register-section-groups = Groups and terms
register-section-data = Data
register-section-purposes = Purposes
register-section-profiling = Profiling and automated decisions
register-section-cookies = Cookies
register-section-recipients = Recipients
register-section-transfers = Transfers
register-section-retention = Retention
register-section-rights = Rights
register-section-objection = Objection
register-section-marketing = Direct marketing
register-section-complaints = Complaints
register-section-security = Security
register-section-children = Children
register-section-third-parties = Other sites and services
register-section-changes = Changes
register-section-contact = Contact
register-notice-words = Words of its own
register-explains = It explains
register-covers = It covers
register-excludes = It does not cover
register-as-controller-only = Only processing as a controller
register-not-covered = Practices not described
register-also-where = Also where
register-no-responsibility = Responsibility declined
register-advice = Advice
register-if-you-disagree = Who does not agree
register-other-notices = Other notices
register-other-notice-effect-applies-besides = applies besides
register-other-notice-effect-prevails = prevails
register-social-media = Social media
register-explanation = Explanation
register-change-choice = The choice can be changed
register-browser = The browser
register-separate-notice = Separate notice
register-duties = Readers are responsible for
register-breach = Breaches
register-disclaimer = Disclaimer
register-more-at = More about security
register-age = Below the age of
register-stance = What holds
register-stance-not-for-children = not meant for children
register-stance-not-knowingly = no data are collected knowingly
register-stance-with-parental-consent = with the consent of a parent or guardian
register-parental-consent = How consent is checked
register-treatment = Data collected all the same
register-changes-reserved = Right to change reserved
register-changes-published = Updates are made
register-changes-material = Material changes are announced
register-changes-announced = Time between announcement and effect
register-changes-effective = Changes take effect
register-new-purposes = Before a purpose that is not listed
register-continued-use = Going on using the service
register-definitions = Terms
register-statements = Free statements
register-statement-kind = Kind of statement
register-statement-kind-commitment = commitment
register-statement-kind-disclaimer = disclaimer
register-statement-kind-duty = duty
register-statement-kind-undertaking = undertaking
register-statement-kind-explanation = explanation
register-statement-kind-advice = advice
register-versions = Versions
register-what-changed = What changed
register-revision = Revision

## Packs that are handed over

pack-as-of = State of { $date }.
pack-authority = Record of processing activities, handed over under Article 30(4) GDPR.
pack-authority-part = A part of the record of processing activities, handed over under Article 30(4) GDPR; the cover says which.
pack-client = Record of processing on behalf of a controller, Article 30(2) GDPR, with sub-processors (Article 28(2)) and security measures (Article 32).
pack-client-title = Record of what { $processor } processes for { $client }
pack-commit = The records stand in git at { $commit } of { $date }.
pack-commit-changed = The records stand in git at { $commit } of { $date }; some of them were changed since and not committed.
pack-csv = The tables of register.xlsx, one file each
pack-facts = What this pack holds and what made it, for programs
pack-files = Files (those that end in .html open in any browser):
pack-no-commit = The records are not under version control by git.
pack-no-notices = Nothing: no notice of this part has taken effect by that day in this state of the records
pack-notices = The privacy notices in force, as they are published; begin with index.html
pack-readme = This text
pack-record-csv = The same tables, one file each
pack-record-html = The record as one page, for any browser
pack-record-xlsx = The record as a workbook
pack-register-html = The register as one page
pack-register-json-part = The records of this part as they were written, with the names of others
pack-register-json = Every record as it was written; ropa reads it back
pack-register-ods = The register as a workbook (OpenDocument, because one of its texts is too long for Excel's format): activities, recipients, transfers, time limits, measures
pack-register-pdf = The register for paper and archives (PDF/A), with the records attached
pack-register-xlsx = The register as a workbook: activities, recipients, transfers, time limits, measures
pack-sums = The SHA-256 sum of every file; "sha256sum --check SHA256SUMS" compares them
pack-typesetter = The PDF was set by { $program }; its bytes depend on that version.
pack-versions = Made with ropa { $version }, legal data of { $law }.
pack-waiver-expires = Until
pack-waiver-lint = Check
pack-waiver-owner = Owner
pack-waiver-reason = Reason
pack-waiver-record = Record
pack-waivers = What automatic checks found and was accepted for a while, with the reasons

## Changes between two states of the registry

change-title = What changed in the register
change-none = Nothing changed in meaning.
change-none-else = Nothing else that could be read changed in meaning.
change-between = From { $before } to { $after }.
change-files = the files as they are
change-commit = commit { $commit }
change-no-registry = There was no registry in { $where }.
change-place = In { $where } the registry stood in { $folder }.
change-unread-before = { $path } could not be read as it was before. Nothing is said of what it holds. Line { $line }: { $why }.
change-unread-after = { $path } cannot be read as it is now. Nothing is said of what it holds. Line { $line }: { $why }.
change-mistake-before = { $path }, line { $line }, was not understood as it stood before: { $why }.
change-mistake-after = { $path }, line { $line }, is not understood as it stands now: { $why }.
change-unread-more = { $n ->
    [one] One more place
   *[other] { $n } more places
} could not be read.
change-public = What notices tell
change-internal = In the register only
change-cut = The rest does not fit: { $n ->
    [one] one more change
   *[other] { $n } more changes
}.
change-count = { $n ->
    [0] Nothing changed in meaning
    [one] One change
   *[other] { $n } changes
}{ $internal ->
    [0] .
    [one] { $n ->
        [one] , in the register only.
       *[other] , 1 of them in the register only.
    }
   *[other] , { $internal } of them in the register only.
}
change-more = { $n } more
change-separator = ;{" "}
change-comma = ,{" "}
change-pair = { $label }: { $value }
change-quoted = “{ $words }”
change-asks = { $said } ({ $articles })
change-articles = { $n ->
    [one] Article
   *[other] Articles
} { $articles }
change-material = { $said } **(material)**
change-unclear = { $said } **(may be material)**
change-waived = { $said } **(not material, says { $owner }: { $reason })**
change-duties = What this asks for
change-duty = { $ask } ({ $sources }). For: { $who }
change-duty-unverified = These sources are cited from knowledge and were not read for this: { $sources }.
change-ask-tell-before-purpose = Tell people of the new purpose before their data are used for it
change-ask-tell-people = Tell the people concerned actively, well before it takes effect, and what it means for them
change-ask-notice-version = Publish a new version of the notice with the day on which it takes effect
change-ask-compatibility = See whether the purpose is compatible with the one that the data were collected for
change-ask-rights-of-basis = Name the basis and the rights that follow from it
change-ask-interests = Name the interests pursued, weigh them again against those of the people concerned, and see that they can object
change-ask-say-duty = Say whether people have to give the data, and what follows if they do not
change-ask-protect-children = Put the notice into words that children understand, weigh interests with regard to children, and see whether consent needs their parents
change-ask-consent-again = Ask for consent again where the data rest on it and people were not told of this
change-ask-consent-not-exchanged = Consent was asked for this purpose: see whether people have to choose anew instead
change-ask-transfer = Name the country and what the transfer rests on, with how to get a copy of the safeguards, and assess the transfer
change-ask-adequate-country = Name the country, and that the Commission decided that it protects data adequately
change-ask-why-so-long = Write why the longer time is necessary
change-ask-special-condition = Name the condition of Article 9(2) that applies
change-ask-decision-exception = Name the exception of Article 22(2) that applies, the logic involved, and the safeguards
change-ask-dpia-screening = See whether an impact assessment is needed, or whether the one made still fits, and set a day for the next review
change-ask-judge-sub-processor = Consent or object to what the processor tells of its sub-processor, and see whether its contract binds it to the same duties
change-ask-tell-recipient = See whether the notice names the sub-processor, or its category, among those who receive data, and the country that data go to
change-ask-announce-sub-processor = Tell the controllers for whom the data are processed before, with time to object
change-announced-before = { $name } ({ $period } before)
change-ask-look = See whether this changes more than words; if so, people are told, else a waiver of “not-material” says that it does not
change-time-enough = { $notice } leaves people time: what is new takes effect on { $effective }
change-time-in-its-place = { $notice } told people of this and is gone; a notice in its place leaves them time
change-time-none = { $notice } leaves people no time before this takes effect: it needs a new day of its update, and a later day on which it takes effect
change-time-early = { $notice } leaves people too little time: what is new takes effect on { $effective }, and the earliest day is { $earliest }
change-time-gone = { $notice } told people of this and is gone, and no notice that tells it now leaves them time
change-untold = No notice tells { $groups } of { $activity }
change-lost = No notice tells { $groups } of { $activity } any more
change-lost-all = No notice tells of { $activity } any more
change-untold-more = { $n ->
    [one] One more group of people hears
   *[other] { $n } more groups of people hear
} of this from no notice
change-untold-all = No notice tells of { $activity }
change-for = {" "}for { $groups }
change-where-many = { $names } and { $n ->
    [one] one other activity
   *[other] { $n } other activities
}
change-where-record = { $name } ({ $kind })
change-of-row = { $label } ({ $row })
change-of-record = { $name }: { $said }
change-all-data = data
change-settings = The settings of the registry changed
change-kind-activities = activity
change-kind-client-processing = processing for clients
change-kind-collection-points = collection point
change-kind-controllers = controller
change-kind-cookies = cookie
change-kind-data-categories = data category
change-kind-legal-bases = legal basis
change-kind-notices = notice
change-kind-processors = processor
change-kind-recipients = recipient
change-kind-retention = retention rule
change-kind-security-measures = security measure
change-kind-sources = source of data
change-kind-sub-processor-lists = list of sub-processors
change-kind-subject-groups = group of people
change-kind-systems = system
change-record-added = New { $kind }: { $name }
change-record-removed = No longer there: { $name } ({ $kind })
change-record-renamed = { $name } ({ $kind }): the id is { $after }, it was { $before }
change-key-added = { $label }: { $after } (new)
change-key-removed = { $label }: no longer { $before }
change-key-changed = { $label }: { $after }, before { $before }
change-key-list = { $label }: new { $after }; no longer { $before }
change-longer = { $label }: longer, { $after } in place of { $before }
change-longer-by = { $label }: { $apart } longer, { $after } in place of { $before }
change-shorter = { $label }: shorter, { $after } in place of { $before }
change-shorter-by = { $label }: { $apart } shorter, { $after } in place of { $before }
change-activity-added = New activity{ $for }: { $name }
change-activity-removed = The activity { $name } is no longer there
change-activity-purposes = { $said }. It serves to { $purposes }
change-activity-special = { $said }. It uses special categories of data of Article 9(1): { $special }
change-purpose-reworded = A purpose reads { $after } now, before { $before }
change-statement-added = A statement was added: { $text }
change-statement-removed = A statement was dropped: { $text }
change-statement-changed = A statement reads { $after } now, before { $before }
change-sub-processor-added = { $name } engages a new sub-processor: { $who }
change-sub-processor-removed = { $name } no longer engages the sub-processor { $who }
change-children-added = Children are now among { $name }
change-children-removed = Children are no longer among { $name }
change-purpose-added = A purpose was added{ $for }: { $what }
change-purpose-added-on = A purpose was added{ $for }: { $what }, resting on { $bases }
change-purpose-removed = A purpose was dropped{ $for }: { $what }
change-basis-added = To { $row } rests on { $after } too
change-basis-removed = To { $row } no longer rests on { $before }
change-basis-changed = To { $row } rests on { $after } in place of { $before }
change-ground = { $name } rests on { $after } in place of { $before }
change-data-added = More data are processed{ $for }: { $what }
change-data-special = { $what } (special category of Article 9(1): { $special })
change-disclosed-added = More data are disclosed ({ $row }): { $what }
change-disclosed-removed = Data no longer disclosed ({ $row }): { $what }
change-data-removed = Data no longer processed{ $for }: { $what }
change-source-added = { $data }: these data now also come from { $source }
change-source-removed = { $data }: these data no longer come from { $source }
change-group-added = It now concerns { $group } too
change-group-added-in = { $row }: this now concerns { $group } too
change-group-removed = It no longer concerns { $group }
change-group-removed-in = { $row }: this no longer concerns { $group }
change-recipient-added = { $n ->
    [one] A recipient was added{ $for } ({ $who })
   *[other] Recipients were added{ $for } ({ $who })
}
change-recipient-outside = { $n ->
    [one] A recipient outside the EEA was added{ $for } ({ $who })
   *[other] Recipients were added{ $for }, some of them outside the EEA ({ $who })
}
change-recipient-removed = { $n ->
    [one] A recipient no longer receives data{ $for } ({ $who })
   *[other] Recipients no longer receive data{ $for } ({ $who })
}
change-concerning = Concerning { $groups }:
change-concerns = { $said }; concerns { $groups }
change-country = { $name } is in { $after } now, before in { $before }
change-country-outside = { $name } is in { $after } now, outside the EEA, before in { $before }
change-transfer-added = { $name } receives data in another place: { $what }
change-transfer-removed = { $name } no longer receives data there: { $what }
change-mechanism = The transfers to { $name } rest on { $after } now, no longer on { $before }
change-mechanism-added = The transfers to { $name } rest on { $after } too
change-mechanism-removed = The transfers to { $name } no longer rest on { $before }
change-kept-longer = Kept longer: { $data }, { $after } in place of { $before }
change-kept-longer-by = Kept { $apart } longer: { $data }, { $after } in place of { $before }
change-kept-shorter = Kept shorter: { $data }, { $after } in place of { $before }
change-kept-shorter-by = Kept { $apart } shorter: { $data }, { $after } in place of { $before }
change-rule-added = Another time limit applies to { $data }: { $after }
change-rule-removed = A time limit no longer applies to { $data }: { $before }
change-rule-changed = The time limit for { $data } is { $after } in place of { $before }
change-special-changed = { $name }: another special category of Article 9(1), { $after } in place of { $before }
change-special-added = { $name }: now a special category of Article 9(1), { $after }
change-special-removed = { $name }: no longer a special category of Article 9(1), { $before }
change-name = Called { $after } now, before { $before }
change-decision-added = Decisions are now made by automated means alone{ $for }
change-decision-removed = Decisions are no longer made by automated means alone{ $for }
change-profiling-added = Profiles are now made{ $for }
change-profiling-removed = Profiles are no longer made{ $for }
change-label-dpo = Data protection officer
change-label-dpia = Impact assessment
change-label-dpo-advice = Advice of the data protection officer
change-label-if-refused = What follows if data are not given
change-label-required = Whether data must be given
change-label-told-before = Whether people are told before
change-label-no-transfers = Said on purpose: no transfers
change-label-no-disclosures = Said on purpose: nobody receives the data
change-label-kind = What it is
change-label-consent-withdraw = How consent is withdrawn
change-label-ended = Day on which it ends
change-label-place = Place
change-label-module = Module of the clauses
change-label-mandated = Day of the mandate
change-label-dpo-holder = Who holds the office of data protection officer
change-label-dpo-notified = Day on which the authority was told of the data protection officer
change-label-effect = What the profiling leads to
change-label-method = What is done to make profiles
change-label-logic = Logic of the decisions
change-label-consequences = Consequences of the decisions
change-label-only-necessary = Whether only what is necessary is disclosed
change-label-explicit-consent = Whether data are disclosed only with explicit consent
change-label-dpia-needed = Whether an impact assessment is needed
change-label-minimum-age = Least age
change-label-interests = Legitimate interests
change-label-purpose = What the data are disclosed for
change-label-cases = Cases in which data are disclosed
change-label-includes = What the purpose includes
change-label-condition = Condition
change-label-commitments = What recipients are bound to
change-label-support-from = Countries from which data can be reached
change-label-url = Address
change-label-email = E-mail address
change-label-phone = Telephone number
change-label-note = Notes
change-label-reviewed = Last review
change-label-then = What happens at the end
change-label-while = Kept while
change-label-from = Time runs from
change-label-article-9 = Condition of Article 9(2)

## History of the register

history-title = History
history-lead = The commits that changed what the records say, the newest first. Comments, formatting and files that were moved are no changes, and neither is what is not committed yet.
history-count = { $n ->
    [0] No commit tells a change
    [one] One commit tells a change
   *[other] { $n } commits tell a change
}{ $read ->
    [0] , because none holds these records.
    [one] {" "}among the one that was read, along the first parents: what was merged counts when it was merged.
   *[other] {" "}among the { $read } that were read, along the first parents: what was merged counts when it was merged.
}
history-no-git = The program git could not be run when this page was made, so nothing is known of what the records said before.
history-no-repository = The records are in no git repository, so nothing is known of what they said before.
history-no-commit = Nothing was committed yet.
history-not-read = The history could not be read: { $why }.
history-shallow = **The history ends here.** The clone from which this page was made is shallow and holds the last commits only; `git fetch --unshallow` brings the rest.
history-more = Earlier commits were not read.
history-commits = What changed
history-commit-heading = { $date }: { $subject }
history-commit = Commit { $commit }
history-author = { $commit } by { $author }
history-item = { $date }: { $subject } ({ $commit })
history-unread = **{ $path } could not be read as this commit has it.** What stands in it is told with the next commit that can be read.
history-unreadable = **This commit could not be read:** { $why }.
history-began = The register begins with this commit: { $n ->
    [0] it has no activity yet
    [one] it has one activity
   *[other] it has { $n } activities
}.
history-none = Nothing of this activity changed in the commits that were read. See { $list }.
history-months = Month by month
history-months-lead = Each month stands as its last commit left it, judged on its last day with the lints and the legal data of today. The current month is judged on the day of this register.
history-month = Month
history-month-count = { $month }: { $n }
history-picture-description = { $n ->
    [one] A column for one month.
   *[other] A column for each of { $n } months.
} The table below has the numbers.
history-activities = Activities
history-activities-caption = Records of processing activities, those that have ended included.
history-transfers = Transfers
history-transfers-caption = Transfers to third countries and international organisations, one for each recipient and place.
history-overdue = Overdue reviews
history-overdue-caption = Reviews of activities and of impact assessments whose day was over.
history-findings = Open findings
history-findings-caption = What the lints find and no waiver accepts; a baseline is not taken off.

## Countries


# Coverage: which information items a notice says.
coverage-title = Information items of the notices
coverage-title-of = Information items: { $notice }
coverage-lead = What Articles 13 and 14 ask a notice to say, for each group of people, and where the notice says it. Data from the person fall under Article 13, data from elsewhere under Article 14.
coverage-none = There is no notice.
coverage-count = { $n ->
    [0] Nothing that the law asks for is missing.
    [one] One item that the law asks for is missing.
   *[other] { $n } items that the law asks for are missing.
}
coverage-head-notice = Notice
coverage-head-group = Group
coverage-head-missing = Missing
coverage-head-item = Item
coverage-head-what = What it is
coverage-head-mark = Rests on
coverage-head-13 = Article 13
coverage-head-14 = Article 14
coverage-status-law = law
coverage-status-guidance = guidance
coverage-status-practice = practice
coverage-status-untestable = not testable
coverage-met = said in { $at }
coverage-met-register = in the register
coverage-missing = **missing:** { $facts }
coverage-fact = { $record }, `{ $key }`
coverage-not-due = not due: { $why }
coverage-untestable = no file shows it: { $why }
coverage-not-asked = not asked
coverage-cell = { $answer } ({ $source })
coverage-link = Information items that are missing
coverage-missing-of = Information items that a notice lacks
coverage-item-N01 = who the controller is and how to reach it
coverage-item-N02 = who decides jointly with the controller, and how to reach them
coverage-item-N03 = the essence of the arrangement between joint controllers
coverage-item-N04 = the representative in the Union and how to reach it
coverage-item-N05 = how to reach the data protection officer
coverage-item-N06 = how the rights are used, in which time and at what price
coverage-item-N10 = each purpose
coverage-item-N11 = the legal basis of each purpose
coverage-item-N12 = the legitimate interests
coverage-item-N13 = that the weighing of interests can be asked for
coverage-item-N14 = the law that a duty or a public task comes from
coverage-item-N15 = the condition of Article 9(2) for special categories of data
coverage-item-N16 = the law for data about offences
coverage-item-N17 = the categories of data from elsewhere
coverage-item-N18 = each source, and whether it is publicly accessible
coverage-item-N19 = whether data have to be given, and what follows if they are not
coverage-item-N20 = that consent can be withdrawn, and how
coverage-item-N30 = each recipient, or its category
coverage-item-N31 = recipients by their names
coverage-item-N32 = the actual recipients, on a request for access
coverage-item-N33 = recipients who get data under a pseudonym
coverage-item-N34 = that data leave the European Economic Area
coverage-item-N35 = that there is an adequacy decision
coverage-item-N36 = that there is no adequacy decision
coverage-item-N37 = the safeguards of a transfer, and how to get a copy
coverage-item-N38 = each third country by its name
coverage-item-N39 = the compelling interests behind a transfer
coverage-item-N40 = the risks of a transfer, before consent to it
coverage-item-N50 = how long data are kept, or what that depends on
coverage-item-N51 = each period, where several hold
coverage-item-N52 = no period that nobody can test
coverage-item-N60 = access, rectification, erasure and restriction
coverage-item-N61 = portability
coverage-item-N62 = no promise of portability where there is none
coverage-item-N63 = the right to object, set apart
coverage-item-N64 = the right to object to direct marketing, set apart
coverage-item-N65 = the right to object to research and statistics
coverage-item-N66 = the right to complain to an authority
coverage-item-N67 = decisions by machine alone, their logic and what follows
coverage-item-N68 = how to reach a person about a decision by machine
coverage-item-N69 = the right to complain to the controller itself
coverage-item-N70 = a further purpose, before the data are used for it
coverage-item-N71 = the notice at the time of collection
coverage-item-N72 = the notice in time for data from elsewhere
coverage-item-N73 = why the person already has what is not told
coverage-item-N74 = the point of Article 14(5) for what is not told, and its reason
coverage-item-N75 = concise, transparent, intelligible and easy to reach
coverage-item-N76 = no words in purposes that leave things open
coverage-item-N77 = a version in each language of the readers
coverage-item-N78 = a version that children can read
coverage-item-N79 = a first layer with what matters most
coverage-item-N80 = icons that machines can read
coverage-item-N81 = date, version, and how changes are announced
coverage-item-N82 = what has to be known before consent is given
coverage-item-N90 = what cookies and the like are for
coverage-item-N91 = how long cookies and the like work
coverage-item-N92 = who gets access through cookies and the like
coverage-item-N93 = how people agree to cookies and the like
coverage-reason-nobody-concerned = no activity that this notice tells of concerns the group
coverage-reason-withheld = everything about the group is kept out of notices
coverage-reason-not-from-person = no data of the group come from the person
coverage-reason-not-from-elsewhere = no data of the group come from elsewhere
coverage-reason-no-joint-controller = nobody decides jointly with the controller
coverage-reason-no-representative = there is no representative on record
coverage-reason-no-officer = there is no data protection officer on record
coverage-reason-no-interest = no basis is a legitimate interest
coverage-reason-no-duty = no basis is a legal duty or a public task
coverage-reason-no-special-data = no data are of a special category
coverage-reason-no-criminal-data = no data are about offences
coverage-reason-nothing-required = no data from the person serve a contract or a legal duty
coverage-reason-no-consent = nothing rests on consent
coverage-reason-nobody-receives = nobody receives the data
coverage-reason-no-transfer = no recipient on record takes the data out of the European Economic Area
coverage-reason-no-adequacy = no transfer goes where an adequacy decision stands
coverage-reason-only-adequacy = for every transfer an adequacy decision stands or is relied on
coverage-reason-no-safeguards = no transfer rests on safeguards alone
coverage-reason-no-compelling-interest = no transfer rests on compelling legitimate interests
coverage-reason-no-data = no row of data is told
coverage-reason-no-rule = no rule on time is on record
coverage-reason-one-rule = one rule holds for all the data
coverage-reason-no-ground = no basis in use gives this right
coverage-reason-right-exists = a basis in use gives this right
coverage-reason-no-marketing = no purpose is direct marketing
coverage-reason-no-research = no basis names Article 9(2)(j)
coverage-reason-no-decision = no decision by machine alone is on record
coverage-reason-no-review = no decision by machine alone rests on Article 22(2)(a) or (c)
coverage-reason-no-exemption = nothing is kept out of notices under this article
coverage-reason-no-icons = notices of this program have no icons
coverage-reason-no-device-access = no cookie or the like that needs consent concerns the group
coverage-why-N13 = no field of a record says it; a statement of the notice can
coverage-why-N32 = it is asked when somebody requests access, not of a notice
coverage-why-N40 = it is told where consent is asked, outside the notice
coverage-why-N69 = the law of the United Kingdom is not judged here
coverage-why-N70 = whether people were told before is conduct
coverage-why-N71 = whether the notice is there when data are collected is conduct
coverage-why-N72 = when people are told is conduct; sources record it in `told-within`
coverage-why-N75 = whether words are plain and the way is short, only readers can say
coverage-why-N77 = which languages the readers speak is not on record
coverage-why-N78 = whether children understand it, only children can say
coverage-why-N79 = a notice begins with a first layer; whether it holds what matters most, only readers can say
coverage-why-N82 = it is told where consent is asked, outside the notice

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
