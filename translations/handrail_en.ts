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
    <name>handrail::ui::MessageTimeline</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
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
    <name>handrail::ui::SyncSection</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
</TS>
