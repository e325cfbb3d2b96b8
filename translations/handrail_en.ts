<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ClientListModel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyListModel</name>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <translation>
            <numerusform>%1 or one other</numerusform>
            <numerusform>%1 or %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n referral(s) were made, %1 of them are completed.</source>
        <translation>
            <numerusform>%n referral was made, %1 of them is completed.</numerusform>
            <numerusform>%n referrals were made, %1 of them are completed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) a client said No, most often at %1.</source>
        <translation>
            <numerusform>%n time a client said No, at %1.</numerusform>
            <numerusform>%n times a client said No, most often at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opt-out(s); in the period before: %1.</source>
        <translation>
            <numerusform>%n opt-out; in the period before: %1.</numerusform>
            <numerusform>%n opt-outs; in the period before: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) are open, %1 of them quiet for 14 days.</source>
        <translation>
            <numerusform>%n referral is open, %1 of them quiet for 14 days.</numerusform>
            <numerusform>%n referrals are open, %1 of them quiet for 14 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncState</name>
    <message numerus="yes">
        <source>%n change(s) wait for the server</source>
        <translation>
            <numerusform>%n change waits for the server</numerusform>
            <numerusform>%n changes wait for the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n change(s); please tell your administrator</source>
        <translation>
            <numerusform>The server refused %n change; please tell your administrator</numerusform>
            <numerusform>The server refused %n changes; please tell your administrator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait for the agent on your agency’s server</source>
        <translation>
            <numerusform>%n message waits for the agent on your agency’s server</numerusform>
            <numerusform>%n messages wait for the agent on your agency’s server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateCheck</name>
    <message numerus="yes">
        <source>This text costs %n segment(s).</source>
        <translation>
            <numerusform>This text costs %n segment.</numerusform>
            <numerusform>This text costs %n segments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::AccountSection</name>
    <message numerus="yes">
        <source>%n change(s) have not reached the server yet. Wiping loses them for good.</source>
        <translation>
            <numerusform>%n change has not reached the server yet. Wiping loses it for good.</numerusform>
            <numerusform>%n changes have not reached the server yet. Wiping loses them for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::BulkCard</name>
    <message numerus="yes">
        <source>%n referral(s) selected</source>
        <translation>
            <numerusform>%n referral selected</numerusform>
            <numerusform>%n referrals selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::FigureDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::ImportDialog</name>
    <message numerus="yes">
        <source>“%1” - %n rows</source>
        <translation>
            <numerusform>“%1” - %n row</numerusform>
            <numerusform>“%1” - %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows can’t be imported. Show «With problems» to see why; the others can.</source>
        <translation>
            <numerusform>%n row can’t be imported. Show «With problems» to see why; the others can.</numerusform>
            <numerusform>%n rows can’t be imported. Show «With problems» to see why; the others can.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients were imported, then this came between: %1</source>
        <translation>
            <numerusform>%n client was imported, then this came between: %1</numerusform>
            <numerusform>%n clients were imported, then this came between: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n clients were imported. Import the file again for the rest; those who are here are skipped.</source>
        <translation>
            <numerusform>Stopped: %n client was imported. Import the file again for the rest; those who are here are skipped.</numerusform>
            <numerusform>Stopped: %n clients were imported. Import the file again for the rest; those who are here are skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients were imported.</source>
        <translation>
            <numerusform>%n client was imported.</numerusform>
            <numerusform>%n clients were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n Clients</source>
        <translation>
            <numerusform>Import %n Client</numerusform>
            <numerusform>Import %n Clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::LockScreen</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::MessageTimeline</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One message with the information on %n resource site(s)</source>
        <translation>
            <numerusform>One message with the information on %n resource site</numerusform>
            <numerusform>One message with the information on %n resource sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::OptionField</name>
    <message numerus="yes">
        <source>%1, %n resource(s)</source>
        <translation>
            <numerusform>%1, %n resource</numerusform>
            <numerusform>%1, %n resources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::OutboxView</name>
    <message numerus="yes">
        <source>%n message(s) selected</source>
        <translation>
            <numerusform>%n message selected</numerusform>
            <numerusform>%n messages selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be sent again, within the contact hours.</source>
        <translation>
            <numerusform>%n message will be sent again, within the contact hours.</numerusform>
            <numerusform>%n messages will be sent again, within the contact hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will not be sent.</source>
        <translation>
            <numerusform>%n message will not be sent.</numerusform>
            <numerusform>%n messages will not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will not be sent. Why? The reason stays in Recent Activity.</source>
        <translation>
            <numerusform>%n message will not be sent. Why? The reason stays in Recent Activity.</numerusform>
            <numerusform>%n messages will not be sent. Why? The reason stays in Recent Activity.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n…</source>
        <translation>
            <numerusform>Cancel %n…</numerusform>
            <numerusform>Cancel %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n Again</source>
        <translation>
            <numerusform>Send %n Again</numerusform>
            <numerusform>Send %n Again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::PrintedLinksModel</name>
    <message numerus="yes">
        <source>%n resource(s)</source>
        <translation>
            <numerusform>%n resource</numerusform>
            <numerusform>%n resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::RecordsSection</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n client(s) for good?</source>
        <translation>
            <numerusform>Erase %n client for good?</numerusform>
            <numerusform>Erase %n clients for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) erased. Every device drops them when it next reaches the server.</source>
        <translation>
            <numerusform>%n client erased. Every device drops them when it next reaches the server.</numerusform>
            <numerusform>%n clients erased. Every device drops them when it next reaches the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReferralDialog</name>
    <message numerus="yes">
        <source>%1 will be referred to %n resource(s). Sharing comes next, if the client agrees.</source>
        <translation>
            <numerusform>%1 will be referred to %n resource. Sharing comes next, if the client agrees.</numerusform>
            <numerusform>%1 will be referred to %n resources. Sharing comes next, if the client agrees.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) created. Share with the client?</source>
        <translation>
            <numerusform>%n referral created. Share with the client?</numerusform>
            <numerusform>%n referrals created. Share with the client?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReferralFilterBar</name>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>In the last day</numerusform>
            <numerusform>In the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing for %n day(s)</source>
        <translation>
            <numerusform>Nothing for %n day</numerusform>
            <numerusform>Nothing for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReferralsPage</name>
    <message numerus="yes">
        <source>Changing %n referral(s)…</source>
        <translation>
            <numerusform>Changing %n referral…</numerusform>
            <numerusform>Changing %n referrals…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) changed to %1.</source>
        <translation>
            <numerusform>%n referral changed to %1.</numerusform>
            <numerusform>%n referrals changed to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note is on %n referral(s).</source>
        <translation>
            <numerusform>The note is on %n referral.</numerusform>
            <numerusform>The note is on %n referrals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) assigned.</source>
        <translation>
            <numerusform>%n referral assigned.</numerusform>
            <numerusform>%n referrals assigned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were so already.</source>
        <translation>
            <numerusform>%n was so already.</numerusform>
            <numerusform>%n were so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are no longer there.</source>
        <translation>
            <numerusform>%n is no longer there.</numerusform>
            <numerusform>%n are no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting message(s) canceled.</source>
        <translation>
            <numerusform>%n waiting message canceled.</numerusform>
            <numerusform>%n waiting messages canceled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the status of %n referral(s)</source>
        <translation>
            <numerusform>the status of %n referral</numerusform>
            <numerusform>the status of %n referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the note on %n referral(s)</source>
        <translation>
            <numerusform>the note on %n referral</numerusform>
            <numerusform>the note on %n referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the worker of %n referral(s)</source>
        <translation>
            <numerusform>the worker of %n referral</numerusform>
            <numerusform>the worker of %n referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One share has at most %n resource sites: each is asked about on a day of its own.</source>
        <translation>
            <numerusform>One share has at most %n resource site.</numerusform>
            <numerusform>One share has at most %n resource sites: each is asked about on a day of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed again since and stay(s) as it is.</source>
        <translation>
            <numerusform>%n changed again since and stays as it is.</numerusform>
            <numerusform>%n changed again since and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) written. The file holds personal data: keep it safe, and delete it when it has served.</source>
        <translation>
            <numerusform>%n referral written. The file holds personal data: keep it safe, and delete it when it has served.</numerusform>
            <numerusform>%n referrals written. The file holds personal data: keep it safe, and delete it when it has served.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SearchList</name>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SecuritySection</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your organization has fixed this: after %n minute(s).</source>
        <translation>
            <numerusform>Your organization has fixed this: after %n minute.</numerusform>
            <numerusform>Your organization has fixed this: after %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::ShareDone</name>
    <message numerus="yes">
        <source>%n referral(s) shared with the client</source>
        <translation>
            <numerusform>%n referral shared with the client</numerusform>
            <numerusform>%n referrals shared with the client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n email(s)</source>
        <translation>
            <numerusform>%n email</numerusform>
            <numerusform>%n emails</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SharePanelWidget</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>sent now</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SiteFilters</name>
    <message numerus="yes">
        <source>Nearest to %1 first, measured from the %n resource(s) there. Those whose place is not known come last.</source>
        <translation>
            <numerusform>Nearest to %1 first, measured from the %n resource there. Those whose place is not known come last.</numerusform>
            <numerusform>Nearest to %1 first, measured from the %n resources there. Those whose place is not known come last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SyncSection</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SystemTray</name>
    <message numerus="yes">
        <source>Handrail – %n new from clients</source>
        <translation>
            <numerusform>Handrail – %n new from clients</numerusform>
            <numerusform>Handrail – %n new from clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::WithdrawDialog</name>
    <message numerus="yes">
        <source>The consent covers %n referral(s), shared together: %1.</source>
        <translation>
            <numerusform>The consent covers %n referral, shared together: %1.</numerusform>
            <numerusform>The consent covers %n referrals, shared together: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) went out already.</source>
        <translation>
            <numerusform>%n message went out already.</numerusform>
            <numerusform>%n messages went out already.</numerusform>
        </translation>
    </message>
</context>
</TS>
