<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
    <context>
        <name>ActivityListModel</name>
        <message>
            <source>%1 (taken back)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Address</name>
        <message>
            <source>Enter an email address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This email address is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An email address needs an @, as in maria@example.org.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The part before the @ can't be right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The part after the @ can't be right. It looks like example.org.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddressSuggestion</name>
        <message>
            <source>Opted out of texts since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unsubscribed from emails since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Landline, can’t receive texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answered last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Primary</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Casework</name>
        <message>
            <source>This resource is no longer in the directory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This resource is in the basket already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The basket is full. Create referrals from it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client has an open referral to this resource already. Open it to share it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The basket was changed meanwhile. Look at it again and put it in order once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is too long for a name: it may have 200 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the client's first name, or the name they go by.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name can't have line breaks or other control characters in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the language in which the client reads messages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the client's time zone: it decides when messages go out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This date of birth can't be right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This phone number stands here twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This email address stands here twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only one phone number can be the primary one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only one email address can be the primary one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A profile holds 20 phone numbers and email addresses at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This label is too long: it may have 60 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This client is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This date of birth lies in the future.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client's words are too long: 2000 characters are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This referral is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reason is too long: it may have 8000 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the note first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The note is too long: it may have 8000 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no change here to take back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The basket is empty. Add a resource from the directory first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same resource was chosen twice. Take one of the two out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the resources is no longer in the directory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client has an open referral to %1 already. Take it out of the basket, or close that referral first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handrail has not yet received your agency's settings from the server. Sharing works as soon as it has.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a referral to share first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the referrals is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Referrals of different clients can't be shared together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This referral is shared this way already and its follow-up is still to come. Withdraw the consent of that share to share it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is too long for a phone number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is too long for an email address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no consent to withdraw here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This consent has been withdrawn already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The note is too long: it may have 2000 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This share is no longer there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client withdrew the consent.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClientListModel</name>
        <message>
            <source>No phone or email yet</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>MessageText</name>
        <message>
            <source>The message template %1 has an unknown placeholder: {%2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message template %1 lacks {link}, so the client could not open the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message could not be written: its link is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text from template %1 is longer than 1,600 characters.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptOutPlan</name>
        <message>
            <source>This address is unsubscribed from all emails, for good.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The carrier says that the client opted out of texts to this number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client opted out of texts to this number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client unsubscribed from emails.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client opted out of texts.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>A stored record can't be read: the field %1.%2 is not as it should be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A record of an unknown kind was refused.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A record of the kind %1 has an unknown field.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReferralTableModel</name>
        <message>
            <source>Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resource Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next Follow-Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>–</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReplyPlan</name>
        <message>
            <source>Not needed any more: the client answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client opted out of texts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client opted out of texts to this number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client opted in to texts to this number again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(a message without words)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SendGate</name>
        <message>
            <source>There is no consent for this address and channel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client’s consent was withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client has opted out of texts to this number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client has unsubscribed from emails to this address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This message has been dealt with already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known when this message is due.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The referral that this follow-up asks about is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed any more: the client answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed any more: the service is completed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed any more: the referral was canceled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client’s time zone is not known, so no hour is safe for a follow-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The agency’s contact hours make no sense, so no hour is safe for a follow-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It waits for its day and the contact hours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than 14 days late, so it was not sent any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not due yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Share</name>
        <message>
            <source>Pick at least one resource site to share.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same resource site is listed twice. Remove one of the two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the referrals belongs to another client. Open the referrals of this client again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client’s time zone is not known, so the follow-ups have no day. Correct it in the client’s profile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the phone number to text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the email address to write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This number has opted out of texts. Handrail can’t text it until the client opts in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address has unsubscribed from emails, for good. Send a text instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The words of the consent are missing, so nothing was shared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handrail could not read the time, so nothing was shared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared by text and email with the client’s consent. Follow-up on %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared by text with the client’s consent. Follow-up on %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared by email with the client’s consent. Follow-up on %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick text, email or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the client for consent, then tick this box.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShareWording</name>
        <message>
            <source>My Client Consents to Receiving Texts and / or emails from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clients will receive one immediate message with resource information, and one follow up message a week later to capture feedback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm with the client that they agree to receive texts from %1. Ask:
Have you ever received a text from us in the past?
If so, have you ever opted out?
If they opted out, tell them how to resume: Text START or Yes or UNSTOP to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm with the client that they agree to receive emails from %1. Ask:
Have you ever received an email from us in the past?
If so, have you ever opted out?
If they unsubscribed, emails to that address can’t be resumed: offer texts instead.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusPlan</name>
        <message>
            <source>Only a status that a client’s answer set can be taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This change was taken back already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The status has changed since. Set it by hand instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The status that the client’s answer set was taken back. The answer stays recorded; canceled follow-ups stay canceled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed any more: the referral was canceled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed any more: the service is completed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SyncState</name>
        <message numerus="yes">
            <source>The server refused %n change(s); please tell your administrator</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Everything is sent</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n change(s) wait for the server</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>offline since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is sent - %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 - %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Eastern Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Central Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mountain Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arizona Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pacific Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alaska Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hawaii Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Atlantic Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 answered %2: %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 answered %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 changed the status from %2 to %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 changed the status to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1’s choice about %2 messages changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unstarted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In-Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Service In-Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Service Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes, I’ve received services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No, I did not receive services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I’m no longer interested in services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is being sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>may have been sent; the carrier is being asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is held: a person must decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was delivered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could not be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was not sent: it was too late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>h:mm AP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today, %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday, %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ddd, MMM d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ddd, MMM d, yyyy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 made the referral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 wrote a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 shared the referral with %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 recorded that consent is withdrawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 wrote, and a person should read it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 took back an automatic change - %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 took back an automatic change</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::desktop::Desktop</name>
        <message>
            <source>Handrail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handrail can’t open its data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed or deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::ActivityPage</name>
        <message>
            <source>Only the chosen client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent Activity can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refer a client to a resource; what becomes of it appears here by itself.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::BasketModel</name>
        <message>
            <source>A resource that left the directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-up on %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::BasketPage</name>
        <message>
            <source>Basket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The order decides the day of each follow-up. Drag rows, or press Alt+Up and Alt+Down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create Referrals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Basket of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a client first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A basket belongs to one client. Select whom you are working with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The basket can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The basket is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find resources in the directory and press «Add to Basket».</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find Resources</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::ClientDialog</name>
        <message>
            <source>Edit Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time Zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date of Birth (if known)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1984-05-31</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Emails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the date as year-month-day: 1984-05-31.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::ClientsPage</name>
        <message>
            <source>Search Clients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No clients yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the first client, or wait a moment while your agency’s clients arrive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No client has these words in a name, phone or email.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a client on the left to see how to reach them and where they were referred.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This client can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This client is not here any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They may have been given to another team. Choose another client.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>born %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find Resources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phones and Emails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None yet. Press «Edit Client» to add one, so that referrals can be shared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>primary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opted out of texts since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unsubscribed from emails since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Referrals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None yet. Press «Find Resources» and add some to the basket.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show Referrals</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::ContactRow</name>
        <message>
            <source>Primary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is Primary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mobile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Personal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May be texted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 may be texted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::DirectoryPage</name>
        <message>
            <source> ext. %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>h:mm AP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search Directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resource Sites</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The directory is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It arrives from the server. If it stays empty, ask your administrator to import it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No resource has these words. Try fewer words, a need (food, shelter) or a city.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to Basket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refer Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a resource</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a resource on the left to see hours, phones and how to apply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This resource can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who can come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How to apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring along</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interpretation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accessibility</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Getting there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Website</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Categories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a client first: press Ctrl+1 and select whom this is for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is in the basket of %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::MainWindow</name>
        <message>
            <source>Handrail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Navigation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clients</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Basket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Referrals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No client chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a client to work with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working with %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Basket (%1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Getting your agency’s data from the server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in as %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::MessageTimeline</name>
        <message>
            <source>Preview of the messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the client will receive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-up about %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n segment(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>%1 characters used, %2 left in this segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 can’t be sent as plain text characters, so each segment holds 70 and not 160.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::Notice</name>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::ReferralDialog</name>
        <message>
            <source>Create Referrals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share with Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resource Sites</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1 will be referred to %n resource(s). Sharing comes next, if the client agrees.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n referral(s) created. Share with the client?</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ReferralsPage</name>
        <message>
            <source>Search Referrals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All statuses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Referrals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason (if there is one)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw Consent…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity of This Referral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back the automatic change that is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a referral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a referral to see its activity and to change its status.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A note holds %1 characters; the rest was cut off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The referrals can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No referrals yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a client, put resources into the basket and press «Create Referrals».</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No referral fits this search and status.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A resource that left the directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This referral can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The status is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The note is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw Consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages of this share that have not gone out will be canceled. This can’t be undone.
What did the client say? (if you want to keep it)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent is withdrawn. What had not gone out is canceled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The automatic change is taken back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::SearchList</name>
        <message>
            <source>Loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This list can’t be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try Again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n shown</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::SharePanelWidget</name>
        <message>
            <source>Send Text to Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send Email to Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read to the client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share with Client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address is opted out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sharing…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>handrail::ui::SignInPage</name>
        <message>
            <source>Sign in to Handrail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Server Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>https://handrail.example.org</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign In</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the address of your agency’s server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no server address. It looks like https://handrail.example.org</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type your email address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type your password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in…</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
