<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
    <context>
        <name>ActivityListModel</name>
        <message>
            <source>%1 (taken back)</source>
            <translation>%1 (revertido)</translation>
        </message>
    </context>
    <context>
        <name>Address</name>
        <message>
            <source>Enter an email address.</source>
            <translation>Escriba una dirección de correo.</translation>
        </message>
        <message>
            <source>This email address is too long.</source>
            <translation>Esta dirección de correo es demasiado larga.</translation>
        </message>
        <message>
            <source>An email address needs an @, as in maria@example.org.</source>
            <translation>Una dirección de correo necesita una @, como en maria@example.org.</translation>
        </message>
        <message>
            <source>The part before the @ can't be right.</source>
            <translation>La parte antes de la @ no puede ser correcta.</translation>
        </message>
        <message>
            <source>The part after the @ can't be right. It looks like example.org.</source>
            <translation>La parte después de la @ no puede ser correcta. Debe parecerse a example.org.</translation>
        </message>
    </context>
    <context>
        <name>AddressSuggestion</name>
        <message>
            <source>Opted out of texts since %1</source>
            <translation>Sin mensajes de texto, por su deseo, desde %1</translation>
        </message>
        <message>
            <source>Unsubscribed from emails since %1</source>
            <translation>Se dio de baja de los correos el %1</translation>
        </message>
        <message>
            <source>Landline, can’t receive texts</source>
            <translation>Teléfono fijo, no recibe mensajes de texto</translation>
        </message>
        <message>
            <source>Answered last</source>
            <translation>Última respuesta desde aquí</translation>
        </message>
        <message>
            <source>Primary</source>
            <translation>Principal</translation>
        </message>
    </context>
    <context>
        <name>Casework</name>
        <message>
            <source>This resource is no longer in the directory.</source>
            <translation>Este recurso ya no está en el directorio.</translation>
        </message>
        <message>
            <source>This resource is in the basket already.</source>
            <translation>Este recurso ya está en la cesta.</translation>
        </message>
        <message>
            <source>The basket is full. Create referrals from it first.</source>
            <translation>La cesta está llena. Cree primero las derivaciones.</translation>
        </message>
        <message>
            <source>The client has an open referral to this resource already. Open it to share it.</source>
            <translation>El cliente ya tiene una derivación abierta a este recurso. Ábrala para compartirla.</translation>
        </message>
        <message>
            <source>The basket was changed meanwhile. Look at it again and put it in order once more.</source>
            <translation>La cesta cambió mientras tanto. Revísela y ordénela otra vez.</translation>
        </message>
        <message>
            <source>This is too long for a name: it may have 200 characters.</source>
            <translation>Es demasiado largo para un nombre: puede tener 200 caracteres.</translation>
        </message>
        <message>
            <source>Enter the client's first name, or the name they go by.</source>
            <translation>Escriba el nombre del cliente o el que usa.</translation>
        </message>
        <message>
            <source>A name can't have line breaks or other control characters in it.</source>
            <translation>Un nombre no puede tener saltos de línea ni otros caracteres de control.</translation>
        </message>
        <message>
            <source>Choose the language in which the client reads messages.</source>
            <translation>Elija el idioma en que el cliente lee los mensajes.</translation>
        </message>
        <message>
            <source>Choose the client's time zone: it decides when messages go out.</source>
            <translation>Elija la zona horaria del cliente: decide cuándo salen los mensajes.</translation>
        </message>
        <message>
            <source>This date of birth can't be right.</source>
            <translation>Esta fecha de nacimiento no puede ser correcta.</translation>
        </message>
        <message>
            <source>This phone number stands here twice.</source>
            <translation>Este número de teléfono está dos veces.</translation>
        </message>
        <message>
            <source>This email address stands here twice.</source>
            <translation>Esta dirección de correo está dos veces.</translation>
        </message>
        <message>
            <source>Only one phone number can be the primary one.</source>
            <translation>Solo un teléfono puede ser el principal.</translation>
        </message>
        <message>
            <source>Only one email address can be the primary one.</source>
            <translation>Solo un correo puede ser el principal.</translation>
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
            <translation>Este cliente ya no está.</translation>
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
            <translation>Escriba primero la nota.</translation>
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
            <translation>El cliente ya tiene una derivación abierta a %1. Sáquelo de la cesta o cierre antes esa derivación.</translation>
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
            <translation>Es demasiado largo para un teléfono.</translation>
        </message>
        <message>
            <source>This is too long for an email address.</source>
            <translation>Es demasiado largo para un correo.</translation>
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
            <translation>Aún sin teléfono ni correo</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n abierta</numerusform>
                <numerusform>%n abiertas</numerusform>
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
            <translation>El cliente pidió no recibir textos en este número.</translation>
        </message>
        <message>
            <source>The client unsubscribed from emails.</source>
            <translation>El cliente se dio de baja de los correos.</translation>
        </message>
        <message>
            <source>The client opted out of texts.</source>
            <translation>El cliente pidió no recibir textos.</translation>
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
            <translation>Cliente</translation>
        </message>
        <message>
            <source>Resource Site</source>
            <translation>Recurso</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>Compartida</translation>
        </message>
        <message>
            <source>Next Follow-Up</source>
            <translation>Próximo seguimiento</translation>
        </message>
        <message>
            <source>Last Answer</source>
            <translation>Última respuesta</translation>
        </message>
        <message>
            <source>Last Activity</source>
            <translation>Última actividad</translation>
        </message>
        <message>
            <source>Not shared</source>
            <translation>No compartida</translation>
        </message>
        <message>
            <source>–</source>
            <translation>–</translation>
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
            <translation>El cliente pidió no recibir textos.</translation>
        </message>
        <message>
            <source>The client opted out of texts to this number.</source>
            <translation>El cliente pidió no recibir textos en este número.</translation>
        </message>
        <message>
            <source>The client opted in to texts to this number again.</source>
            <translation>El cliente pidió de nuevo recibir textos en este número.</translation>
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
            <translation>Elija al menos un recurso para compartir.</translation>
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
            <translation>Escriba el número de teléfono para el mensaje.</translation>
        </message>
        <message>
            <source>Enter the email address to write to.</source>
            <translation>Escriba la dirección de correo.</translation>
        </message>
        <message>
            <source>This number has opted out of texts. Handrail can’t text it until the client opts in again.</source>
            <translation>Este número pidió no recibir mensajes de texto. Handrail no puede escribirle hasta que el cliente lo pida de nuevo.</translation>
        </message>
        <message>
            <source>This address has unsubscribed from emails, for good. Send a text instead.</source>
            <translation>Esta dirección se dio de baja de los correos, para siempre. Envíe un mensaje de texto.</translation>
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
            <translation>Compartida por texto y correo con el consentimiento del cliente. Seguimiento el %1.</translation>
        </message>
        <message>
            <source>Shared by text with the client’s consent. Follow-up on %1.</source>
            <translation>Compartida por texto con el consentimiento del cliente. Seguimiento el %1.</translation>
        </message>
        <message>
            <source>Shared by email with the client’s consent. Follow-up on %1.</source>
            <translation>Compartida por correo con el consentimiento del cliente. Seguimiento el %1.</translation>
        </message>
        <message>
            <source>Tick text, email or both.</source>
            <translation>Marque texto, correo o ambos.</translation>
        </message>
        <message>
            <source>Ask the client for consent, then tick this box.</source>
            <translation>Pida el consentimiento del cliente y marque después esta casilla.</translation>
        </message>
    </context>
    <context>
        <name>ShareWording</name>
        <message>
            <source>My Client Consents to Receiving Texts and / or emails from %1</source>
            <translation>Mi cliente acepta recibir mensajes de texto y / o correos de %1</translation>
        </message>
        <message>
            <source>Clients will receive one immediate message with resource information, and one follow up message a week later to capture feedback</source>
            <translation>El cliente recibirá de inmediato un mensaje con información de los recursos y una semana después un mensaje de seguimiento para conocer su opinión</translation>
        </message>
        <message>
            <source>Confirm with the client that they agree to receive texts from %1. Ask:
Have you ever received a text from us in the past?
If so, have you ever opted out?
If they opted out, tell them how to resume: Text START or Yes or UNSTOP to %2</source>
            <translation>Confirme con el cliente que acepta recibir mensajes de texto de %1. Pregunte:
¿Ha recibido alguna vez un mensaje de texto nuestro?
Si es así, ¿pidió alguna vez no recibir más?
Si lo pidió, dígale cómo reanudarlos: envíe START o Yes o UNSTOP al %2</translation>
        </message>
        <message>
            <source>Confirm with the client that they agree to receive emails from %1. Ask:
Have you ever received an email from us in the past?
If so, have you ever opted out?
If they unsubscribed, emails to that address can’t be resumed: offer texts instead.</source>
            <translation>Confirme con el cliente que acepta recibir correos de %1. Pregunte:
¿Ha recibido alguna vez un correo nuestro?
Si es así, ¿pidió alguna vez no recibir más?
Si se dio de baja, no se pueden reanudar los correos a esa dirección: ofrezca mensajes de texto.</translation>
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
            <translation>
                <numerusform>El servidor rechazó %n cambio; avise a su administrador</numerusform>
                <numerusform>El servidor rechazó %n cambios; avise a su administrador</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is sent</source>
            <translation>Todo está enviado</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) wait for the server</source>
            <translation>
                <numerusform>%n cambio espera al servidor</numerusform>
                <numerusform>%n cambios esperan al servidor</numerusform>
            </translation>
        </message>
        <message>
            <source>offline since %1</source>
            <translation>sin conexión desde las %1</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>sin conexión</translation>
        </message>
        <message>
            <source>Everything is sent - %1</source>
            <translation>Todo está enviado - %1</translation>
        </message>
        <message>
            <source>%1 - %2</source>
            <translation>%1 - %2</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Eastern Time</source>
            <translation>Hora del Este</translation>
        </message>
        <message>
            <source>Central Time</source>
            <translation>Hora Central</translation>
        </message>
        <message>
            <source>Mountain Time</source>
            <translation>Hora de la Montaña</translation>
        </message>
        <message>
            <source>Arizona Time</source>
            <translation>Hora de Arizona</translation>
        </message>
        <message>
            <source>Pacific Time</source>
            <translation>Hora del Pacífico</translation>
        </message>
        <message>
            <source>Alaska Time</source>
            <translation>Hora de Alaska</translation>
        </message>
        <message>
            <source>Hawaii Time</source>
            <translation>Hora de Hawái</translation>
        </message>
        <message>
            <source>Atlantic Time</source>
            <translation>Hora del Atlántico</translation>
        </message>
        <message>
            <source>text</source>
            <translation>texto</translation>
        </message>
        <message>
            <source>email</source>
            <translation>correo</translation>
        </message>
        <message>
            <source>by link</source>
            <translation>por enlace</translation>
        </message>
        <message>
            <source>by text</source>
            <translation>por texto</translation>
        </message>
        <message>
            <source>by email</source>
            <translation>por correo</translation>
        </message>
        <message>
            <source>The client</source>
            <translation>El cliente</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 answered %2: %3</source>
            <translation>%1 respondió %2: %3</translation>
        </message>
        <message>
            <source>%1 answered %2</source>
            <translation>%1 respondió %2</translation>
        </message>
        <message>
            <source>%1 changed the status from %2 to %3</source>
            <translation>%1 cambió el estado de %2 a %3</translation>
        </message>
        <message>
            <source>%1 changed the status to %2</source>
            <translation>%1 cambió el estado a %2</translation>
        </message>
        <message>
            <source>The email</source>
            <translation>El correo</translation>
        </message>
        <message>
            <source>The text</source>
            <translation>El texto</translation>
        </message>
        <message>
            <source>message</source>
            <translation>mensaje</translation>
        </message>
        <message>
            <source>%1’s choice about %2 messages changed</source>
            <translation>Cambió el deseo de %1 sobre mensajes de %2</translation>
        </message>
        <message>
            <source>Unstarted</source>
            <translation>Sin empezar</translation>
        </message>
        <message>
            <source>In-Review</source>
            <translation>En revisión</translation>
        </message>
        <message>
            <source>Service In-Progress</source>
            <translation>Servicio en curso</translation>
        </message>
        <message>
            <source>Service Completed</source>
            <translation>Servicio completado</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Cancelada</translation>
        </message>
        <message>
            <source>Yes, I’ve received services</source>
            <translation>Sí, he recibido los servicios</translation>
        </message>
        <message>
            <source>No, I did not receive services</source>
            <translation>No, no recibí los servicios</translation>
        </message>
        <message>
            <source>I’m no longer interested in services</source>
            <translation>Ya no me interesan los servicios</translation>
        </message>
        <message>
            <source>waits to be sent</source>
            <translation>espera su envío</translation>
        </message>
        <message>
            <source>is being sent</source>
            <translation>se está enviando</translation>
        </message>
        <message>
            <source>may have been sent; the carrier is being asked</source>
            <translation>quizá se envió; se pregunta al operador</translation>
        </message>
        <message>
            <source>is held: a person must decide</source>
            <translation>está retenido: una persona debe decidir</translation>
        </message>
        <message>
            <source>was sent</source>
            <translation>se envió</translation>
        </message>
        <message>
            <source>was delivered</source>
            <translation>se entregó</translation>
        </message>
        <message>
            <source>could not be sent</source>
            <translation>no se pudo enviar</translation>
        </message>
        <message>
            <source>was canceled</source>
            <translation>se canceló</translation>
        </message>
        <message>
            <source>was not sent: it was too late</source>
            <translation>no se envió: era demasiado tarde</translation>
        </message>
        <message>
            <source>h:mm AP</source>
            <translation>H:mm</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Hoy, %1</translation>
        </message>
        <message>
            <source>Yesterday, %1</source>
            <translation>Ayer, %1</translation>
        </message>
        <message>
            <source>ddd, MMM d</source>
            <translation>ddd d MMM</translation>
        </message>
        <message>
            <source>ddd, MMM d, yyyy</source>
            <translation>ddd d MMM yyyy</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 made the referral</source>
            <translation>%1 hizo la derivación</translation>
        </message>
        <message>
            <source>%1 wrote a note</source>
            <translation>%1 escribió una nota</translation>
        </message>
        <message>
            <source>%1 shared the referral with %2</source>
            <translation>%1 compartió la derivación con %2</translation>
        </message>
        <message>
            <source>%1 recorded that consent is withdrawn</source>
            <translation>%1 registró que se retiró el consentimiento</translation>
        </message>
        <message>
            <source>%1 wrote, and a person should read it</source>
            <translation>%1 escribió, y una persona debe leerlo</translation>
        </message>
        <message>
            <source>%1 took back an automatic change - %2</source>
            <translation>%1 revirtió un cambio automático - %2</translation>
        </message>
        <message>
            <source>%1 took back an automatic change</source>
            <translation>%1 revirtió un cambio automático</translation>
        </message>
    </context>
    <context>
        <name>handrail::desktop::Desktop</name>
        <message>
            <source>Handrail</source>
            <translation>Handrail</translation>
        </message>
        <message>
            <source>Handrail can’t open its data.</source>
            <translation>Handrail no puede abrir sus datos.</translation>
        </message>
        <message>
            <source>Nothing was changed or deleted.</source>
            <translation>No se cambió ni se borró nada.</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ActivityPage</name>
        <message>
            <source>Only the chosen client</source>
            <translation>Solo el cliente elegido</translation>
        </message>
        <message>
            <source>Recent Activity</source>
            <translation>Actividad reciente</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>Recent Activity can’t be read</source>
            <translation>No se puede leer la actividad reciente</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation>Aún no ha pasado nada</translation>
        </message>
        <message>
            <source>Refer a client to a resource; what becomes of it appears here by itself.</source>
            <translation>Derive un cliente a un recurso; lo que suceda aparecerá aquí por sí solo.</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::BasketModel</name>
        <message>
            <source>A resource that left the directory</source>
            <translation>Un recurso que salió del directorio</translation>
        </message>
        <message>
            <source>Follow-up on %1</source>
            <translation>Seguimiento el %1</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::BasketPage</name>
        <message>
            <source>Basket</source>
            <translation>Cesta</translation>
        </message>
        <message>
            <source>The order decides the day of each follow-up. Drag rows, or press Alt+Up and Alt+Down.</source>
            <translation>El orden decide el día de cada seguimiento. Arrastre las filas o pulse Alt+Arriba y Alt+Abajo.</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Create Referrals</source>
            <translation>Crear derivaciones</translation>
        </message>
        <message>
            <source>Basket of %1</source>
            <translation>Cesta de %1</translation>
        </message>
        <message>
            <source>Choose a client first</source>
            <translation>Elija primero un cliente</translation>
        </message>
        <message>
            <source>A basket belongs to one client. Select whom you are working with.</source>
            <translation>Una cesta pertenece a un cliente. Seleccione con quién trabaja.</translation>
        </message>
        <message>
            <source>Choose Client</source>
            <translation>Elegir cliente</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>The basket can’t be read</source>
            <translation>No se puede leer la cesta</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>The basket is empty</source>
            <translation>La cesta está vacía</translation>
        </message>
        <message>
            <source>Find resources in the directory and press «Add to Basket».</source>
            <translation>Busque recursos en el directorio y pulse «Añadir a la cesta».</translation>
        </message>
        <message>
            <source>Find Resources</source>
            <translation>Buscar recursos</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ClientDialog</name>
        <message>
            <source>Edit Client</source>
            <translation>Editar cliente</translation>
        </message>
        <message>
            <source>Add Client</source>
            <translation>Añadir cliente</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Save Client</source>
            <translation>Guardar cliente</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>First Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Last Name</source>
            <translation>Apellido</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Time Zone</source>
            <translation>Zona horaria</translation>
        </message>
        <message>
            <source>Date of Birth (if known)</source>
            <translation>Fecha de nacimiento (si se sabe)</translation>
        </message>
        <message>
            <source>1984-05-31</source>
            <translation>1984-05-31</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Teléfonos</translation>
        </message>
        <message>
            <source>Emails</source>
            <translation>Correos</translation>
        </message>
        <message>
            <source>Add Phone</source>
            <translation>Añadir teléfono</translation>
        </message>
        <message>
            <source>Add Email</source>
            <translation>Añadir correo</translation>
        </message>
        <message>
            <source>Type the date as year-month-day: 1984-05-31.</source>
            <translation>Escriba la fecha como año-mes-día: 1984-05-31.</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ClientsPage</name>
        <message>
            <source>Search Clients</source>
            <translation>Buscar clientes</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Clientes</translation>
        </message>
        <message>
            <source>No clients yet</source>
            <translation>Aún no hay clientes</translation>
        </message>
        <message>
            <source>Add the first client, or wait a moment while your agency’s clients arrive.</source>
            <translation>Añada el primer cliente o espere un momento a que lleguen los de su agencia.</translation>
        </message>
        <message>
            <source>Add Client</source>
            <translation>Añadir cliente</translation>
        </message>
        <message>
            <source>No client has these words in a name, phone or email.</source>
            <translation>Ningún cliente tiene estas palabras en el nombre, el teléfono o el correo.</translation>
        </message>
        <message>
            <source>Choose a client</source>
            <translation>Elija un cliente</translation>
        </message>
        <message>
            <source>Select a client on the left to see how to reach them and where they were referred.</source>
            <translation>Seleccione un cliente a la izquierda para ver cómo localizarlo y adónde se le derivó.</translation>
        </message>
        <message>
            <source>This client can’t be read</source>
            <translation>No se puede leer este cliente</translation>
        </message>
        <message>
            <source>This client is not here any more</source>
            <translation>Este cliente ya no está aquí</translation>
        </message>
        <message>
            <source>They may have been given to another team. Choose another client.</source>
            <translation>Quizá pasó a otro equipo. Elija otro cliente.</translation>
        </message>
        <message>
            <source>born %1</source>
            <translation>nacido el %1</translation>
        </message>
        <message>
            <source>Find Resources</source>
            <translation>Buscar recursos</translation>
        </message>
        <message>
            <source>Edit Client</source>
            <translation>Editar cliente</translation>
        </message>
        <message>
            <source>Phones and Emails</source>
            <translation>Teléfonos y correos</translation>
        </message>
        <message>
            <source>None yet. Press «Edit Client» to add one, so that referrals can be shared.</source>
            <translation>Aún ninguno. Pulse «Editar cliente» para añadir uno y poder compartir derivaciones.</translation>
        </message>
        <message>
            <source>primary</source>
            <translation>principal</translation>
        </message>
        <message>
            <source>no texts</source>
            <translation>sin mensajes de texto</translation>
        </message>
        <message>
            <source>Opted out of texts since %1</source>
            <translation>Sin mensajes de texto, por su deseo, desde %1</translation>
        </message>
        <message>
            <source>Unsubscribed from emails since %1</source>
            <translation>Se dio de baja de los correos el %1</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>Derivaciones</translation>
        </message>
        <message>
            <source>None yet. Press «Find Resources» and add some to the basket.</source>
            <translation>Aún ninguna. Pulse «Buscar recursos» y añada algunos a la cesta.</translation>
        </message>
        <message>
            <source>Show Referrals</source>
            <translation>Ver derivaciones</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ContactRow</name>
        <message>
            <source>Primary</source>
            <translation>Principal</translation>
        </message>
        <message>
            <source>Phone %1</source>
            <translation>Teléfono %1</translation>
        </message>
        <message>
            <source>Email %1</source>
            <translation>Correo %1</translation>
        </message>
        <message>
            <source>Label of %1</source>
            <translation>Etiqueta de %1</translation>
        </message>
        <message>
            <source>%1 is Primary</source>
            <translation>%1 es principal</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Móvil</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Casa</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Trabajo</translation>
        </message>
        <message>
            <source>Personal</source>
            <translation>Personal</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Quitar %1</translation>
        </message>
        <message>
            <source>May be texted</source>
            <translation>Acepta textos</translation>
        </message>
        <message>
            <source>%1 may be texted</source>
            <translation>%1 acepta textos</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::DirectoryPage</name>
        <message>
            <source> ext. %1</source>
            <translation> ext. %1</translation>
        </message>
        <message>
            <source>h:mm AP</source>
            <translation>H:mm</translation>
        </message>
        <message>
            <source>Search Directory</source>
            <translation>Buscar en el directorio</translation>
        </message>
        <message>
            <source>Resource Sites</source>
            <translation>Recursos</translation>
        </message>
        <message>
            <source>The directory is empty</source>
            <translation>El directorio está vacío</translation>
        </message>
        <message>
            <source>It arrives from the server. If it stays empty, ask your administrator to import it.</source>
            <translation>Llega del servidor. Si sigue vacío, pida a su administrador que lo importe.</translation>
        </message>
        <message>
            <source>No resource has these words. Try fewer words, a need (food, shelter) or a city.</source>
            <translation>Ningún recurso tiene estas palabras. Pruebe con menos palabras, una necesidad (comida, refugio) o una ciudad.</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Directorio</translation>
        </message>
        <message>
            <source>Add to Basket</source>
            <translation>Añadir a la cesta</translation>
        </message>
        <message>
            <source>Refer Client</source>
            <translation>Derivar cliente</translation>
        </message>
        <message>
            <source>Choose a resource</source>
            <translation>Elija un recurso</translation>
        </message>
        <message>
            <source>Select a resource on the left to see hours, phones and how to apply.</source>
            <translation>Seleccione un recurso a la izquierda para ver horarios, teléfonos y cómo solicitarlo.</translation>
        </message>
        <message>
            <source>This resource can’t be read</source>
            <translation>No se puede leer este recurso</translation>
        </message>
        <message>
            <source>Please note</source>
            <translation>Tenga en cuenta</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Descripción</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Teléfonos</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Horario</translation>
        </message>
        <message>
            <source>Who can come</source>
            <translation>Quién puede acudir</translation>
        </message>
        <message>
            <source>How to apply</source>
            <translation>Cómo solicitarlo</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Costo</translation>
        </message>
        <message>
            <source>Bring along</source>
            <translation>Qué llevar</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Idiomas</translation>
        </message>
        <message>
            <source>Interpretation</source>
            <translation>Interpretación</translation>
        </message>
        <message>
            <source>Accessibility</source>
            <translation>Accesibilidad</translation>
        </message>
        <message>
            <source>Getting there</source>
            <translation>Cómo llegar</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Sitio web</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Categorías</translation>
        </message>
        <message>
            <source>Choose a client first: press Ctrl+1 and select whom this is for.</source>
            <translation>Elija primero un cliente: pulse Ctrl+1 y seleccione para quién es.</translation>
        </message>
        <message>
            <source>%1 is in the basket of %2.</source>
            <translation>%1 está en la cesta de %2.</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::MainWindow</name>
        <message>
            <source>Handrail</source>
            <translation>Handrail</translation>
        </message>
        <message>
            <source>Navigation</source>
            <translation>Navegación</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Clientes</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Directorio</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>Cesta</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>Derivaciones</translation>
        </message>
        <message>
            <source>Recent Activity</source>
            <translation>Actividad reciente</translation>
        </message>
        <message>
            <source>Choose Client</source>
            <translation>Elegir cliente</translation>
        </message>
        <message>
            <source>No client chosen</source>
            <translation>Ningún cliente elegido</translation>
        </message>
        <message>
            <source>Select a client to work with</source>
            <translation>Seleccione un cliente con quien trabajar</translation>
        </message>
        <message>
            <source>Working with %1</source>
            <translation>Trabajando con %1</translation>
        </message>
        <message>
            <source>Change Client</source>
            <translation>Cambiar de cliente</translation>
        </message>
        <message>
            <source>Basket (%1)</source>
            <translation>Cesta (%1)</translation>
        </message>
        <message>
            <source>Getting your agency’s data from the server…</source>
            <translation>Trayendo del servidor los datos de su agencia…</translation>
        </message>
        <message>
            <source>Signed in as %1</source>
            <translation>Sesión de %1</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::MessageTimeline</name>
        <message>
            <source>Preview of the messages</source>
            <translation>Vista previa de los mensajes</translation>
        </message>
        <message>
            <source>What the client will receive</source>
            <translation>Lo que recibirá el cliente</translation>
        </message>
        <message>
            <source>Right away</source>
            <translation>De inmediato</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Follow-up about %1</source>
            <translation>Seguimiento sobre %1</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s)</source>
            <translation>
                <numerusform>%n segmento</numerusform>
                <numerusform>%n segmentos</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 characters used, %2 left in this segment</source>
            <translation>%1 caracteres usados, quedan %2 en este segmento</translation>
        </message>
        <message>
            <source>%1 can’t be sent as plain text characters, so each segment holds 70 and not 160.</source>
            <translation>%1 no cabe en el alfabeto simple, así que cada segmento tiene 70 caracteres y no 160.</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::Notice</name>
        <message>
            <source>Dismiss</source>
            <translation>Cerrar aviso</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ReferralDialog</name>
        <message>
            <source>Create Referrals</source>
            <translation>Crear derivaciones</translation>
        </message>
        <message>
            <source>Share with Client</source>
            <translation>Compartir con el cliente</translation>
        </message>
        <message>
            <source>Resource Sites</source>
            <translation>Recursos</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message numerus="yes">
            <source>%1 will be referred to %n resource(s). Sharing comes next, if the client agrees.</source>
            <translation>
                <numerusform>%1 será derivado a %n recurso. Después se comparte, si el cliente acepta.</numerusform>
                <numerusform>%1 será derivado a %n recursos. Después se comparte, si el cliente acepta.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n referral(s) created. Share with the client?</source>
            <translation>
                <numerusform>%n derivación creada. ¿Compartirla con el cliente?</numerusform>
                <numerusform>%n derivaciones creadas. ¿Compartirlas con el cliente?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::ReferralsPage</name>
        <message>
            <source>Search Referrals</source>
            <translation>Buscar derivaciones</translation>
        </message>
        <message>
            <source>Show Status</source>
            <translation>Mostrar estado</translation>
        </message>
        <message>
            <source>All statuses</source>
            <translation>Todos los estados</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>Derivaciones</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <source>Reason (if there is one)</source>
            <translation>Motivo (si lo hay)</translation>
        </message>
        <message>
            <source>Change Status</source>
            <translation>Cambiar estado</translation>
        </message>
        <message>
            <source>Share…</source>
            <translation>Compartir…</translation>
        </message>
        <message>
            <source>Withdraw Consent…</source>
            <translation>Retirar consentimiento…</translation>
        </message>
        <message>
            <source>Activity of This Referral</source>
            <translation>Actividad de esta derivación</translation>
        </message>
        <message>
            <source>Revert</source>
            <translation>Revertir</translation>
        </message>
        <message>
            <source>Take back the automatic change that is selected</source>
            <translation>Revertir el cambio automático seleccionado</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Escriba una nota</translation>
        </message>
        <message>
            <source>Add Note</source>
            <translation>Añadir nota</translation>
        </message>
        <message>
            <source>Recent Activity</source>
            <translation>Actividad reciente</translation>
        </message>
        <message>
            <source>Choose a referral</source>
            <translation>Elija una derivación</translation>
        </message>
        <message>
            <source>Select a referral to see its activity and to change its status.</source>
            <translation>Seleccione una derivación para ver su actividad y cambiar su estado.</translation>
        </message>
        <message>
            <source>A note holds %1 characters; the rest was cut off.</source>
            <translation>Una nota admite %1 caracteres; el resto se cortó.</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>The referrals can’t be read</source>
            <translation>No se pueden leer las derivaciones</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>No referrals yet</source>
            <translation>Aún no hay derivaciones</translation>
        </message>
        <message>
            <source>Choose a client, put resources into the basket and press «Create Referrals».</source>
            <translation>Elija un cliente, ponga recursos en la cesta y pulse «Crear derivaciones».</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nada encontrado</translation>
        </message>
        <message>
            <source>No referral fits this search and status.</source>
            <translation>Ninguna derivación coincide con esta búsqueda y estado.</translation>
        </message>
        <message>
            <source>A resource that left the directory</source>
            <translation>Un recurso que salió del directorio</translation>
        </message>
        <message>
            <source>This referral can’t be read</source>
            <translation>No se puede leer esta derivación</translation>
        </message>
        <message>
            <source>The status is %1.</source>
            <translation>El estado es %1.</translation>
        </message>
        <message>
            <source>The note is kept.</source>
            <translation>La nota está guardada.</translation>
        </message>
        <message>
            <source>Withdraw Consent</source>
            <translation>Retirar consentimiento</translation>
        </message>
        <message>
            <source>Messages of this share that have not gone out will be canceled. This can’t be undone.
What did the client say? (if you want to keep it)</source>
            <translation>Se cancelarán los mensajes que no hayan salido. No se puede deshacer.
¿Qué dijo el cliente? (si quiere guardarlo)</translation>
        </message>
        <message>
            <source>Consent is withdrawn. What had not gone out is canceled.</source>
            <translation>El consentimiento está retirado. Lo que no había salido está cancelado.</translation>
        </message>
        <message>
            <source>The automatic change is taken back.</source>
            <translation>El cambio automático está revertido.</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::SearchList</name>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>This list can’t be read</source>
            <translation>No se puede leer esta lista</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Intentar de nuevo</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nada encontrado</translation>
        </message>
        <message numerus="yes">
            <source>%n shown</source>
            <translation>
                <numerusform>%n en la lista</numerusform>
                <numerusform>%n en la lista</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::SharePanelWidget</name>
        <message>
            <source>Send Text to Client</source>
            <translation>Enviar texto al cliente</translation>
        </message>
        <message>
            <source>Send Email to Client</source>
            <translation>Enviar correo al cliente</translation>
        </message>
        <message>
            <source>Phone Number</source>
            <translation>Número de teléfono</translation>
        </message>
        <message>
            <source>Email Address</source>
            <translation>Dirección de correo</translation>
        </message>
        <message>
            <source>Read to the client</source>
            <translation>Léalo al cliente</translation>
        </message>
        <message>
            <source>Not Now</source>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>Share with Client</source>
            <translation>Compartir con el cliente</translation>
        </message>
        <message>
            <source>This address is opted out.</source>
            <translation>Esta dirección no quiere mensajes.</translation>
        </message>
        <message>
            <source>Sharing…</source>
            <translation>Compartiendo…</translation>
        </message>
    </context>
    <context>
        <name>handrail::ui::SignInPage</name>
        <message>
            <source>Sign in to Handrail</source>
            <translation>Iniciar sesión en Handrail</translation>
        </message>
        <message>
            <source>&amp;Server Address</source>
            <translation>&amp;Servidor</translation>
        </message>
        <message>
            <source>&amp;Email</source>
            <translation>Corr&amp;eo</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>Contra&amp;seña</translation>
        </message>
        <message>
            <source>https://handrail.example.org</source>
            <translation>https://handrail.example.org</translation>
        </message>
        <message>
            <source>Sign In</source>
            <translation>Iniciar sesión</translation>
        </message>
        <message>
            <source>Type the address of your agency’s server.</source>
            <translation>Escriba la dirección del servidor de su agencia.</translation>
        </message>
        <message>
            <source>This is no server address. It looks like https://handrail.example.org</source>
            <translation>Esto no es una dirección de servidor. Se parece a https://handrail.example.org</translation>
        </message>
        <message>
            <source>Type your email address.</source>
            <translation>Escriba su dirección de correo.</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>Escriba su contraseña.</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Iniciando sesión…</translation>
        </message>
    </context>
</TS>
