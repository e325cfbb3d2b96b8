<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>Access</name>
    <message>
        <source>A note of what was looked at can&apos;t be read.</source>
        <translation>No se puede leer una nota de lo que se consultó.</translation>
    </message>
</context>
<context>
    <name>ActivityListModel</name>
    <message>
        <source>%1 (taken back)</source>
        <translation>%1 (revertido)</translation>
    </message>
    <message>
        <source>%1 (withdrawn)</source>
        <translation>%1 (retirada)</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nuevo: %1</translation>
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
        <source>The part before the @ can&apos;t be right.</source>
        <translation>La parte antes de la @ no puede ser correcta.</translation>
    </message>
    <message>
        <source>The part after the @ can&apos;t be right. It looks like example.org.</source>
        <translation>La parte después de la @ no puede ser correcta. Debe parecerse a example.org.</translation>
    </message>
</context>
<context>
    <name>AddressSuggestion</name>
    <message>
        <source>Answered last</source>
        <translation>Última respuesta desde aquí</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Emails come back since %1</source>
        <translation>Los correos regresan desde el %1</translation>
    </message>
    <message>
        <source>by text reply</source>
        <translation>por respuesta de texto</translation>
    </message>
    <message>
        <source>by the carrier’s report</source>
        <translation>según el informe del operador</translation>
    </message>
    <message>
        <source>by the link in an email</source>
        <translation>por el enlace de un correo</translation>
    </message>
    <message>
        <source>as told to a worker</source>
        <translation>según dijo a un trabajador</translation>
    </message>
    <message>
        <source>Opted out of texts since %1, %2</source>
        <translation>Sin mensajes de texto desde el %1, %2</translation>
    </message>
    <message>
        <source>Unsubscribed from emails since %1, %2</source>
        <translation>Sin correos desde el %1, %2</translation>
    </message>
    <message>
        <source>Landline, or may not be texted</source>
        <translation>Teléfono fijo, o no debe recibir textos</translation>
    </message>
    <message>
        <source>This number is in another country than your sending number: texts may cost more, or not arrive. Ask the client whether they did.</source>
        <translation>Este número es de otro país que su número de envío: los textos pueden costar más, o no llegar. Pregunte al cliente si llegaron.</translation>
    </message>
    <message>
        <source>This number is also in the profile of %1. Where both wait for a question, an answer by text can’t be told apart and a worker must read it; the link always works.</source>
        <translation>Este número también está en el perfil de %1. Si ambos esperan una pregunta, una respuesta por texto no se puede distinguir y un trabajador debe leerla; el enlace siempre funciona.</translation>
    </message>
    <message>
        <source>This address is also in the profile of %1, who may read the message.</source>
        <translation>Esta dirección también está en el perfil de %1, que puede leer el mensaje.</translation>
    </message>
    <message>
        <source>This number is not in the client’s profile.</source>
        <translation>Este número no está en el perfil del cliente.</translation>
    </message>
    <message>
        <source>This address is not in the client’s profile.</source>
        <translation>Esta dirección no está en el perfil del cliente.</translation>
    </message>
    <message>
        <source>by email reply</source>
        <translation>por respuesta de correo</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Backup put back</source>
        <translation>Copia de respaldo restaurada</translation>
    </message>
    <message>
        <source>Agency added</source>
        <translation>Agencia agregada</translation>
    </message>
    <message>
        <source>Directory imported</source>
        <translation>Directorio importado</translation>
    </message>
    <message>
        <source>Directory’s feed changed</source>
        <translation>Fuente del directorio cambiada</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Inició sesión</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Inicio de sesión rechazado</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Cerró sesión</translation>
    </message>
    <message>
        <source>Second factor changed</source>
        <translation>Segundo factor cambiado</translation>
    </message>
    <message>
        <source>Device signed out</source>
        <translation>Dispositivo desconectado</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Contraseña cambiada</translation>
    </message>
    <message>
        <source>New password given</source>
        <translation>Contraseña nueva asignada</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Persona agregada</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Persona modificada</translation>
    </message>
    <message>
        <source>Person disabled</source>
        <translation>Persona desactivada</translation>
    </message>
    <message>
        <source>Person enabled</source>
        <translation>Persona activada</translation>
    </message>
    <message>
        <source>Team changed</source>
        <translation>Equipo modificado</translation>
    </message>
    <message>
        <source>Agency’s settings changed</source>
        <translation>Configuración de la agencia modificada</translation>
    </message>
    <message>
        <source>Device took all data</source>
        <translation>Un dispositivo recibió todos los datos</translation>
    </message>
    <message>
        <source>Client given to another team</source>
        <translation>Cliente asignado a otro equipo</translation>
    </message>
    <message>
        <source>Clients imported</source>
        <translation>Clientes importados</translation>
    </message>
    <message>
        <source>Data exported</source>
        <translation>Datos exportados</translation>
    </message>
    <message>
        <source>Client erased</source>
        <translation>Cliente borrado</translation>
    </message>
    <message>
        <source>Old clients erased</source>
        <translation>Clientes antiguos borrados</translation>
    </message>
    <message>
        <source>Message decided</source>
        <translation>Decisión sobre un mensaje</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Copia de seguridad hecha</translation>
    </message>
    <message>
        <source>Device told to wipe its data</source>
        <translation>Dispositivo con orden de borrar sus datos</translation>
    </message>
    <message>
        <source>Clients’ records changed</source>
        <translation>Se modificaron registros de clientes</translation>
    </message>
    <message>
        <source>Shared with a client</source>
        <translation>Compartido con un cliente</translation>
    </message>
    <message>
        <source>Client opened</source>
        <translation>Cliente abierto</translation>
    </message>
    <message>
        <source>Clients searched</source>
        <translation>Búsqueda de clientes</translation>
    </message>
    <message>
        <source>Report opened</source>
        <translation>Informe abierto</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impreso</translation>
    </message>
</context>
<context>
    <name>Authority</name>
    <message>
        <source>An address or another part of it is not as it should be, so it was not taken.</source>
        <translation>Una dirección u otra parte no es como debería, por lo que no se aceptó.</translation>
    </message>
</context>
<context>
    <name>BulkChange</name>
    <message>
        <source>The client is assigned to %1.</source>
        <translation>El cliente está asignado a %1.</translation>
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
        <source>Enter the client&apos;s first name, or the name they go by.</source>
        <translation>Escriba el nombre del cliente o el que usa.</translation>
    </message>
    <message>
        <source>A name can&apos;t have line breaks or other control characters in it.</source>
        <translation>Un nombre no puede tener saltos de línea ni otros caracteres de control.</translation>
    </message>
    <message>
        <source>Choose the language in which the client reads messages.</source>
        <translation>Elija el idioma en que el cliente lee los mensajes.</translation>
    </message>
    <message>
        <source>Choose the client&apos;s time zone: it decides when messages go out.</source>
        <translation>Elija la zona horaria del cliente: decide cuándo salen los mensajes.</translation>
    </message>
    <message>
        <source>This date of birth can&apos;t be right.</source>
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
        <translation>Un perfil admite como máximo 20 teléfonos y correos.</translation>
    </message>
    <message>
        <source>This label is too long: it may have 60 characters.</source>
        <translation>Esta etiqueta es demasiado larga: puede tener 60 caracteres.</translation>
    </message>
    <message>
        <source>This client is no longer there.</source>
        <translation>Este cliente ya no está.</translation>
    </message>
    <message>
        <source>This date of birth lies in the future.</source>
        <translation>Esta fecha de nacimiento está en el futuro.</translation>
    </message>
    <message>
        <source>The client&apos;s words are too long: 2000 characters are kept.</source>
        <translation>Las palabras del cliente son demasiado largas: se guardan 2000 caracteres.</translation>
    </message>
    <message>
        <source>This referral is no longer there.</source>
        <translation>Esta derivación ya no existe.</translation>
    </message>
    <message>
        <source>The reason is too long: it may have 8000 characters.</source>
        <translation>El motivo es demasiado largo: puede tener 8000 caracteres.</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Escriba primero la nota.</translation>
    </message>
    <message>
        <source>The note is too long: it may have 8000 characters.</source>
        <translation>La nota es demasiado larga: puede tener 8000 caracteres.</translation>
    </message>
    <message>
        <source>There is no change here to take back.</source>
        <translation>Aquí no hay ningún cambio que deshacer.</translation>
    </message>
    <message>
        <source>The basket is empty. Add a resource from the directory first.</source>
        <translation>La cesta está vacía. Añada primero un recurso del directorio.</translation>
    </message>
    <message>
        <source>The same resource was chosen twice. Take one of the two out.</source>
        <translation>El mismo recurso se eligió dos veces. Quite uno de los dos.</translation>
    </message>
    <message>
        <source>One of the resources is no longer in the directory.</source>
        <translation>Uno de los recursos ya no está en el directorio.</translation>
    </message>
    <message>
        <source>The client has an open referral to %1 already. Take it out of the basket, or close that referral first.</source>
        <translation>El cliente ya tiene una derivación abierta a %1. Sáquelo de la cesta o cierre antes esa derivación.</translation>
    </message>
    <message>
        <source>Handrail has not yet received your agency&apos;s settings from the server. Sharing works as soon as it has.</source>
        <translation>Handrail aún no ha recibido del servidor los ajustes de su agencia. En cuanto lleguen, podrá compartir.</translation>
    </message>
    <message>
        <source>Choose a referral to share first.</source>
        <translation>Elija primero una derivación para compartir.</translation>
    </message>
    <message>
        <source>One of the referrals is no longer there.</source>
        <translation>Una de las derivaciones ya no existe.</translation>
    </message>
    <message>
        <source>Referrals of different clients can&apos;t be shared together.</source>
        <translation>Las derivaciones de distintos clientes no se pueden compartir juntas.</translation>
    </message>
    <message>
        <source>This referral is shared this way already and its follow-up is still to come. Withdraw the consent of that share to share it anew.</source>
        <translation>Esta derivación ya se compartió por este medio y su seguimiento está pendiente. Para compartirla de nuevo, retire antes el consentimiento de aquella vez.</translation>
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
        <translation>Aquí no hay ningún consentimiento que retirar.</translation>
    </message>
    <message>
        <source>This consent has been withdrawn already.</source>
        <translation>Este consentimiento ya se retiró.</translation>
    </message>
    <message>
        <source>The note is too long: it may have 2000 characters.</source>
        <translation>La nota es demasiado larga: puede tener 2000 caracteres.</translation>
    </message>
    <message>
        <source>This share is no longer there.</source>
        <translation>Este envío compartido ya no existe.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>This worker is no longer there.</source>
        <translation>Este trabajador ya no está.</translation>
    </message>
    <message>
        <source>Nobody is assigned now.</source>
        <translation>Ya no hay nadie asignado.</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>Asignado a %1.</translation>
    </message>
    <message>
        <source>There are no cards in this file.</source>
        <translation>En este archivo no hay tarjetas.</translation>
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
        <source>This row has more cells than there are columns. A cell with a separator in it must stand in quotes.</source>
        <translation>Esta fila tiene más celdas que columnas hay. Una celda que contiene un separador debe ir entre comillas.</translation>
    </message>
    <message>
        <source>This is no date that can be read. Write it as year-month-day: 1984-05-31.</source>
        <translation>Esta fecha no se puede leer. Escríbala como año-mes-día: 1984-05-31.</translation>
    </message>
    <message>
        <source>This is no language that Handrail knows. Write its code: en, es.</source>
        <translation>Handrail no conoce este idioma. Escriba su código: en, es.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Columna %1</translation>
    </message>
    <message>
        <source>A quote character opens here and never closes: nothing after it could be read.</source>
        <translation>Aquí se abre una comilla que nunca se cierra: no se pudo leer nada de lo que sigue.</translation>
    </message>
    <message>
        <source>There are no rows in this file that can be read.</source>
        <translation>En este archivo no hay filas que se puedan leer.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Este archivo está vacío.</translation>
    </message>
    <message>
        <source>This file is larger than 64 MB. Split it into smaller files.</source>
        <translation>Este archivo tiene más de 64 MB. Divídalo en archivos más pequeños.</translation>
    </message>
    <message>
        <source>This is no text file. Save the table as CSV, or the contacts as vCard, and choose that file.</source>
        <translation>Este no es un archivo de texto. Guarde la tabla como CSV, o los contactos como vCard, y elija ese archivo.</translation>
    </message>
    <message>
        <source>These two are one client already.</source>
        <translation>Estos dos ya son un solo cliente.</translation>
    </message>
    <message>
        <source>This merge was taken back already, or another one came over it. There is nothing to undo.</source>
        <translation>Esta fusión ya se deshizo, u otra la reemplazó. No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>This entry tells of no merge.</source>
        <translation>Esta entrada no habla de ninguna fusión.</translation>
    </message>
    <message>
        <source>Choose a worker first.</source>
        <translation>Elija primero un trabajador.</translation>
    </message>
    <message>
        <source>The text is too long: it may have %L1 characters.</source>
        <translation>El texto es demasiado largo: puede tener %L1 caracteres.</translation>
    </message>
    <message>
        <source>The name is too long: it may have 80 characters.</source>
        <translation>El nombre es demasiado largo: puede tener 80 caracteres.</translation>
    </message>
    <message>
        <source>Give the filter a name.</source>
        <translation>Dé un nombre al filtro.</translation>
    </message>
    <message>
        <source>You have a filter of that name already.</source>
        <translation>Ya tiene un filtro con ese nombre.</translation>
    </message>
    <message>
        <source>This filter is no longer there.</source>
        <translation>Este filtro ya no existe.</translation>
    </message>
    <message>
        <source>You have 50 saved filters. Delete one before you save another.</source>
        <translation>Tiene 50 filtros guardados. Elimine uno antes de guardar otro.</translation>
    </message>
    <message>
        <source>A resource that left the directory</source>
        <translation>Un recurso que ya no está en el directorio</translation>
    </message>
    <message>
        <source>%1 An administrator can correct it in Settings.</source>
        <translation>%1 Un administrador puede corregirlo en Configuración.</translation>
    </message>
    <message>
        <source>Say why the message is canceled.</source>
        <translation>Diga por qué se cancela el mensaje.</translation>
    </message>
    <message>
        <source>The reason is too long: it may have 500 characters.</source>
        <translation>El motivo es demasiado largo: puede tener 500 caracteres.</translation>
    </message>
    <message>
        <source>This message does not wait any more, so it can’t be canceled.</source>
        <translation>Este mensaje ya no espera, así que no se puede cancelar.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Este mensaje ya no está.</translation>
    </message>
    <message>
        <source>What this message is made of is not here yet.</source>
        <translation>Todavía no está aquí aquello de lo que se compone este mensaje.</translation>
    </message>
    <message>
        <source>Enter the name under which clients know your program: every message begins with it.</source>
        <translation>Escriba el nombre con el que los clientes conocen su programa: todos los mensajes empiezan con él.</translation>
    </message>
    <message>
        <source>This is too long: a program name may have 80 characters.</source>
        <translation>Es demasiado largo: el nombre de un programa puede tener 80 caracteres.</translation>
    </message>
    <message>
        <source>Choose the time zone of your agency.</source>
        <translation>Elija la zona horaria de su agencia.</translation>
    </message>
    <message>
        <source>The hours for messages must end at least one hour after they begin, on the same day.</source>
        <translation>El horario de los mensajes debe terminar al menos una hora después de empezar, el mismo día.</translation>
    </message>
    <message>
        <source>Choose at least one language in which clients get messages.</source>
        <translation>Elija al menos un idioma en el que los clientes reciban mensajes.</translation>
    </message>
    <message>
        <source>One of these is no language, or is there twice.</source>
        <translation>Uno de estos no es un idioma, o está dos veces.</translation>
    </message>
    <message>
        <source>There is no message of this kind.</source>
        <translation>No hay ningún mensaje de este tipo.</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>Este texto es demasiado largo.</translation>
    </message>
    <message>
        <source>Only an administrator may change this. Nothing was changed.</source>
        <translation>Solo un administrador puede cambiar esto. No se cambió nada.</translation>
    </message>
    <message>
        <source>Food Pantry</source>
        <translation>Despensa de alimentos</translation>
    </message>
    <message>
        <source>Second Harvest</source>
        <translation>Second Harvest</translation>
    </message>
    <message>
        <source>Legal Aid</source>
        <translation>Ayuda legal</translation>
    </message>
    <message>
        <source>Neighborhood Law Center</source>
        <translation>Centro Legal del Vecindario</translation>
    </message>
    <message>
        <source>Enter hours between 1 and 168 (a week), or leave it to a worker.</source>
        <translation>Escriba un número de horas entre 1 y 168 (una semana), o deje que decida un trabajador.</translation>
    </message>
    <message>
        <source>The agency&apos;s settings have not come from the server yet. Try again in a moment.</source>
        <translation>La configuración de la agencia aún no ha llegado del servidor. Vuelva a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>Maria</source>
        <translation>María</translation>
    </message>
    <message>
        <source>Dana Reyes</source>
        <translation>Dana Reyes</translation>
    </message>
    <message>
        <source>A team needs a name of 1 to 80 characters.</source>
        <translation>Un equipo necesita un nombre de 1 a 80 caracteres.</translation>
    </message>
    <message>
        <source>There is a team of that name already.</source>
        <translation>Ya hay un equipo con ese nombre.</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Personal</translation>
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
    <name>Composition</name>
    <message>
        <source>The credentials directory does not exist.</source>
        <translation>La carpeta de credenciales no existe.</translation>
    </message>
    <message>
        <source>The credentials directory can be entered by other users of this computer. Make it its owner&apos;s alone (chmod 0700).</source>
        <translation>Otros usuarios de este equipo pueden entrar en la carpeta de credenciales. Déjela solo para su dueño (chmod 0700).</translation>
    </message>
    <message>
        <source>A file of the credentials directory can&apos;t be read.</source>
        <translation>No se puede leer un archivo de la carpeta de credenciales.</translation>
    </message>
    <message>
        <source>The credentials directory can&apos;t be written to.</source>
        <translation>No se puede escribir en la carpeta de credenciales.</translation>
    </message>
    <message>
        <source>Handrail can&apos;t write to its folder %1. Ask your administrator for the right to, or name another with --profile.</source>
        <translation>Handrail no puede escribir en su carpeta %1. Pida permiso a su administrador o indique otra carpeta con --profile.</translation>
    </message>
    <message>
        <source>Handrail can&apos;t write %1, so this setting stays as it was. Ask your administrator for the right to.</source>
        <translation>Handrail no puede escribir %1, así que este ajuste queda como estaba. Pida el permiso a su administrador.</translation>
    </message>
    <message>
        <source>Windows does not let Handrail change what starts with it, so this setting stays as it was. Ask your administrator for the right to.</source>
        <translation>Windows no permite que Handrail cambie lo que se inicia con él, así que este ajuste queda como estaba. Pida el permiso a su administrador.</translation>
    </message>
    <message>
        <source>Handrail can&apos;t write to its folder %1, so nothing was wiped. Ask your administrator.</source>
        <translation>Handrail no puede escribir en su carpeta %1, así que no se borró nada. Consulte a su administrador.</translation>
    </message>
    <message>
        <source>The data on this computer could not be removed yet, as another part of Handrail still uses it. Wait a minute and try again.</source>
        <translation>Los datos de esta computadora aún no se pudieron eliminar, porque otra parte de Handrail todavía los usa. Espere un minuto y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The certificate authority could not be kept in Handrail&apos;s folder, so it does not start. Check the disk and your rights to it.</source>
        <translation>La autoridad de certificación no se pudo guardar en la carpeta de Handrail, así que no se inicia. Revise el disco y sus permisos.</translation>
    </message>
    <message>
        <source>Handrail waits for your passphrase. Open its window and type it; until then nothing is sent or received.</source>
        <translation>Handrail espera su frase de contraseña. Abra su ventana y escríbala; hasta entonces no se envía ni se recibe nada.</translation>
    </message>
    <message>
        <source>Handrail can&apos;t write to its folder %1, so the key of its data stays as it is. Ask your administrator.</source>
        <translation>Handrail no puede escribir en su carpeta %1, así que la clave de sus datos queda como está. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>There were too many wrong tries.</source>
        <translation>Hubo demasiados intentos equivocados.</translation>
    </message>
    <message>
        <source>That was not right.</source>
        <translation>Eso no fue correcto.</translation>
    </message>
</context>
<context>
    <name>ConsentListModel</name>
    <message>
        <source>Agreed to texts and emails</source>
        <translation>Aceptó mensajes de texto y correos</translation>
    </message>
    <message>
        <source>Agreed to emails</source>
        <translation>Aceptó correos</translation>
    </message>
    <message>
        <source>Agreed to texts</source>
        <translation>Aceptó mensajes de texto</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Vigente</translation>
    </message>
</context>
<context>
    <name>CsvFile</name>
    <message>
        <source>The file can’t be written. Choose another folder, or close the file where it is open.</source>
        <translation>No se puede escribir el archivo. Elija otra carpeta, o cierre el archivo donde esté abierto.</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>A directory&apos;s feed can&apos;t be read.</source>
        <translation>No se puede leer la fuente de un directorio.</translation>
    </message>
    <message>
        <source>The agency has no feed named %1; `directory status` shows them.</source>
        <translation>La agencia no tiene ninguna fuente llamada %1; `directory status` las muestra.</translation>
    </message>
    <message>
        <source>A directory&apos;s address must begin with https://, and have no user name in it.</source>
        <translation>La dirección de un directorio debe empezar con https:// y no llevar un nombre de usuario.</translation>
    </message>
    <message>
        <source>A directory is fetched every 1 to 744 hours, and its name has 1 to 100 letters, without a slash.</source>
        <translation>Un directorio se descarga cada 1 a 744 horas, y su nombre tiene de 1 a 100 letras, sin barra.</translation>
    </message>
    <message>
        <source>%1 of the directory&apos;s %2 sites are no longer in it, so nothing was changed. If that is right, say so: directory fetch --accept-shrink.</source>
        <translation>%1 de los %2 recursos del directorio ya no están en él, así que no se cambió nada. Si es correcto, indíquelo: directory fetch --accept-shrink.</translation>
    </message>
    <message>
        <source>Resource sites: %1 new, %2 changed, %3 unchanged, %4 no longer in the directory.</source>
        <translation>Recursos: %1 nuevos, %2 cambiados, %3 sin cambios, %4 que ya no están en el directorio.</translation>
    </message>
    <message>
        <source>and %1 remarks more.</source>
        <translation>y %1 observaciones más.</translation>
    </message>
</context>
<context>
    <name>DuplicateListModel</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>Very likely</source>
        <translation>Muy probable</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Posible</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Same phone number</source>
        <translation>El mismo número de teléfono</translation>
    </message>
    <message>
        <source>Same email address</source>
        <translation>El mismo correo electrónico</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>El mismo nombre</translation>
    </message>
    <message>
        <source>Names differ by a letter or two</source>
        <translation>Los nombres difieren en una o dos letras</translation>
    </message>
    <message>
        <source>One name is part of the other</source>
        <translation>Un nombre es parte del otro</translation>
    </message>
    <message>
        <source>Same date of birth</source>
        <translation>La misma fecha de nacimiento</translation>
    </message>
    <message>
        <source>Other date of birth</source>
        <translation>Otra fecha de nacimiento</translation>
    </message>
</context>
<context>
    <name>FigureModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Resource Site</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The file has more than %1 rows or 200 columns, or a cell of more than 64 KB. Split it into smaller files.</source>
        <translation>El archivo tiene más de %1 filas o 200 columnas, o una celda de más de 64 KB. Divídalo en archivos más pequeños.</translation>
    </message>
    <message>
        <source>This card never ends (END:VCARD is missing).</source>
        <translation>Esta tarjeta no termina (falta END:VCARD).</translation>
    </message>
    <message>
        <source>A card ends here that never began (BEGIN:VCARD is missing).</source>
        <translation>Aquí termina una tarjeta que nunca empezó (falta BEGIN:VCARD).</translation>
    </message>
    <message>
        <source>This card doesn’t say its version, so it can’t be read safely.</source>
        <translation>Esta tarjeta no dice su versión, así que no se puede leer con seguridad.</translation>
    </message>
    <message>
        <source>Line %1 is no line of an address card.</source>
        <translation>La línea %1 no es una línea de tarjeta de contacto.</translation>
    </message>
    <message>
        <source>This card is of a version that Handrail doesn’t know: %1.</source>
        <translation>Esta tarjeta es de una versión que Handrail no conoce: %1.</translation>
    </message>
    <message>
        <source>This line stands outside of any address card.</source>
        <translation>Esta línea está fuera de toda tarjeta de contacto.</translation>
    </message>
    <message>
        <source>The file has more than %1 cards. Split it into smaller files.</source>
        <translation>El archivo tiene más de %1 tarjetas. Divídalo en archivos más pequeños.</translation>
    </message>
</context>
<context>
    <name>Gateway</name>
    <message>
        <source>No agency on this server has the number that this text was sent to.</source>
        <translation>Ninguna agencia de este servidor tiene el número al que se envió este texto.</translation>
    </message>
    <message>
        <source>This message has moved on in the meantime.</source>
        <translation>Este mensaje ya avanzó entretanto.</translation>
    </message>
    <message>
        <source>There is no such agency on this server.</source>
        <translation>Esa agencia no existe en este servidor.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Ese mensaje no existe.</translation>
    </message>
    <message>
        <source>The lease on this message has run out or is another&apos;s.</source>
        <translation>La reserva de este mensaje venció o es de otro.</translation>
    </message>
    <message>
        <source>The server does not have these referrals yet. Try again when everything is sent.</source>
        <translation>El servidor todavía no tiene estas derivaciones. Inténtelo de nuevo cuando todo se haya enviado.</translation>
    </message>
    <message>
        <source>A worker decided not to send it.</source>
        <translation>Una persona decidió no enviarlo.</translation>
    </message>
    <message>
        <source>Only an administrator can see and test the carriers.</source>
        <translation>Solo un administrador puede ver y probar los operadores.</translation>
    </message>
    <message>
        <source>This is not a phone number with its country code, such as +1 937 555 0101.</source>
        <translation>Esto no es un número de teléfono con su código de país, como +1 937 555 0101.</translation>
    </message>
    <message>
        <source>The carrier took the test message. It should arrive within a minute.</source>
        <translation>El operador aceptó el mensaje de prueba. Debería llegar en un minuto.</translation>
    </message>
    <message>
        <source>The carrier refused the test message, and does not say why.</source>
        <translation>El operador rechazó el mensaje de prueba y no dice por qué.</translation>
    </message>
    <message>
        <source>The carrier refused the test message: %1</source>
        <translation>El operador rechazó el mensaje de prueba: %1</translation>
    </message>
    <message>
        <source>The carrier does not take messages at the moment. Messages wait and go out by themselves; try the test again later.</source>
        <translation>El operador no acepta mensajes en este momento. Los mensajes esperan y salen solos; vuelva a hacer la prueba más tarde.</translation>
    </message>
    <message>
        <source>The carrier does not take messages at the moment: %1</source>
        <translation>El operador no acepta mensajes en este momento: %1</translation>
    </message>
    <message>
        <source>The carrier did not answer in time, so the test message may or may not arrive.</source>
        <translation>El operador no respondió a tiempo, así que el mensaje de prueba puede llegar o no.</translation>
    </message>
    <message>
        <source>This address opted out of messages, so nothing is sent to it, a test neither. Use one of your own.</source>
        <translation>Esta dirección se dio de baja de los mensajes, así que no se le envía nada, tampoco una prueba. Use una suya.</translation>
    </message>
    <message>
        <source>This address belongs to a client. Clients get messages only with their consent, so send the test to one of your own.</source>
        <translation>Esta dirección es de un cliente. Los clientes reciben mensajes solo con su consentimiento; envíe la prueba a una suya.</translation>
    </message>
    <message>
        <source>%1: This is a test message. If you can read it, sending works. Nothing to do.</source>
        <translation>%1: Este es un mensaje de prueba. Si puede leerlo, el envío funciona. No tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Mensaje de prueba</translation>
    </message>
    <message>
        <source>The server has no carrier for texts. Whoever runs the server must set one up.</source>
        <translation>El servidor no tiene operador para textos. Quien administra el servidor debe configurar uno.</translation>
    </message>
    <message>
        <source>The server has no mail server to send with. Whoever runs it must set one up.</source>
        <translation>El servidor no tiene servidor de correo para enviar. Quien lo administra debe configurar uno.</translation>
    </message>
    <message>
        <source>The agency has no number to send texts from.</source>
        <translation>La agencia no tiene número desde el que enviar textos.</translation>
    </message>
    <message>
        <source>The agency has no address to send email from.</source>
        <translation>La agencia no tiene dirección desde la que enviar correos.</translation>
    </message>
    <message>
        <source>That were many tests in a short time. Wait ten minutes and try again.</source>
        <translation>Fueron muchas pruebas en poco tiempo. Espere diez minutos y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The server was put back from a backup, and this message may have gone out in between. Sending it could reach the client twice: decide whether to.</source>
        <translation>El servidor se restauró desde una copia de seguridad y es posible que este mensaje ya haya salido entretanto. Si se envía, podría llegarle dos veces al cliente: decida si enviarlo.</translation>
    </message>
    <message>
        <source>The question must name a client.</source>
        <translation>La pregunta debe nombrar a un cliente.</translation>
    </message>
    <message>
        <source>The server has no such printed link.</source>
        <translation>El servidor no tiene ese enlace impreso.</translation>
    </message>
</context>
<context>
    <name>Kannel</name>
    <message>
        <source>The phone company could not deliver the text.</source>
        <translation>La compañía telefónica no pudo entregar el texto.</translation>
    </message>
    <message>
        <source>The phone company did not take the text.</source>
        <translation>La compañía telefónica no aceptó el texto.</translation>
    </message>
    <message>
        <source>The text gateway did not say whether it took the text.</source>
        <translation>La pasarela de textos no dijo si aceptó el texto.</translation>
    </message>
    <message>
        <source>The text gateway asks to try later.</source>
        <translation>La pasarela de textos pide intentarlo más tarde.</translation>
    </message>
    <message>
        <source>The text gateway does not accept the agency&apos;s user name and password. An administrator must check them.</source>
        <translation>La pasarela de textos no acepta el usuario y la contraseña de la agencia. Un administrador debe revisarlos.</translation>
    </message>
    <message>
        <source>The text gateway is not at the address that is set. An administrator must check it.</source>
        <translation>La pasarela de textos no está en la dirección configurada. Un administrador debe revisarla.</translation>
    </message>
    <message>
        <source>The text gateway refused the text.</source>
        <translation>La pasarela de textos rechazó el texto.</translation>
    </message>
    <message>
        <source>The text gateway refused the text: %1.</source>
        <translation>La pasarela de textos rechazó el texto: %1.</translation>
    </message>
    <message>
        <source>The contact hours end before the text could leave.</source>
        <translation>El horario de contacto termina antes de que el texto pueda salir.</translation>
    </message>
    <message>
        <source>The text gateway can&apos;t be reached.</source>
        <translation>No se puede contactar a la pasarela de textos.</translation>
    </message>
    <message>
        <source>The text could not leave before the contact hours ended.</source>
        <translation>El mensaje de texto no pudo salir antes de que terminara el horario de contacto.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>This link does not work, or no longer does.</source>
        <translation>Este enlace no funciona, o ya no.</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>The email can&apos;t be written into the mail folder.</source>
        <translation>El correo no se puede escribir en la carpeta de correos.</translation>
    </message>
    <message>
        <source>The client&apos;s email address can&apos;t be right.</source>
        <translation>La dirección de correo del cliente no puede ser correcta.</translation>
    </message>
    <message>
        <source>The agency&apos;s sending address can&apos;t be right.</source>
        <translation>La dirección de envío de la agencia no puede ser correcta.</translation>
    </message>
    <message>
        <source>The email has no valid id or date.</source>
        <translation>El correo no tiene un identificador o una fecha válidos.</translation>
    </message>
    <message>
        <source>The email&apos;s unsubscribe link can&apos;t be right.</source>
        <translation>El enlace para cancelar la suscripción no puede ser correcto.</translation>
    </message>
    <message>
        <source>The mail server does not accept the agency&apos;s user name and password. An administrator must check them.</source>
        <translation>El servidor de correo no acepta el usuario y la contraseña de la agencia. Un administrador debe revisarlos.</translation>
    </message>
    <message>
        <source>The mail server can&apos;t prove who it is, or offers no encryption. An administrator must check it.</source>
        <translation>El servidor de correo no puede demostrar quién es, o no ofrece cifrado. Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The mail server does not send for the agency&apos;s address. An administrator must check it.</source>
        <translation>El servidor de correo no envía en nombre de la dirección de la agencia. Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The mail server&apos;s password would travel unencrypted. An administrator must turn encryption on.</source>
        <translation>La contraseña del servidor de correo viajaría sin cifrar. Un administrador debe activar el cifrado.</translation>
    </message>
    <message>
        <source>The mailbox does not accept the user name and password. An administrator must check them.</source>
        <translation>El buzón no acepta el usuario y la contraseña. Un administrador debe revisarlos.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s server can&apos;t prove who it is, or offers no encryption. An administrator must check it.</source>
        <translation>El servidor del buzón no puede demostrar quién es, o no ofrece cifrado. Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s server can&apos;t be reached.</source>
        <translation>No se puede contactar al servidor del buzón.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s server broke off. What it did not give comes next time.</source>
        <translation>El servidor del buzón se interrumpió. Lo que no entregó llegará la próxima vez.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s password would travel unencrypted. An administrator must turn encryption on.</source>
        <translation>La contraseña del buzón viajaría sin cifrar. Un administrador debe activar el cifrado.</translation>
    </message>
    <message>
        <source>The mailbox has no such folder. An administrator must check it.</source>
        <translation>El buzón no tiene esa carpeta. Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The address for returned mail can&apos;t be right.</source>
        <translation>La dirección para los correos devueltos no puede ser correcta.</translation>
    </message>
</context>
<context>
    <name>MailNewsPlan</name>
    <message>
        <source>Emails to this address come back: %1</source>
        <translation>Los correos a esta dirección regresan: %1</translation>
    </message>
    <message>
        <source>Not delivered yet; the mail server goes on trying. %1</source>
        <translation>Aún no se entregó; el servidor de correo sigue intentándolo. %1</translation>
    </message>
</context>
<context>
    <name>MailReplyPlan</name>
    <message>
        <source>(an email without words)</source>
        <translation>(un correo sin palabras)</translation>
    </message>
</context>
<context>
    <name>MailStatus</name>
    <message>
        <source>This email address does not exist.</source>
        <translation>Esta dirección de correo no existe.</translation>
    </message>
    <message>
        <source>The part after the @ does not exist. It may be misspelled.</source>
        <translation>La parte después de la @ no existe. Quizá esté mal escrita.</translation>
    </message>
    <message>
        <source>The mail server can&apos;t read this email address.</source>
        <translation>El servidor de correo no puede leer esta dirección.</translation>
    </message>
    <message>
        <source>The client&apos;s mailbox has moved, and nobody says where to.</source>
        <translation>El buzón del cliente se trasladó y nadie dice adónde.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server does not accept the agency&apos;s address.</source>
        <translation>El servidor de correo del cliente no acepta la dirección de la agencia.</translation>
    </message>
    <message>
        <source>The part after the @ takes no email at all. It may be misspelled.</source>
        <translation>La parte después de la @ no recibe ningún correo. Quizá esté mal escrita.</translation>
    </message>
    <message>
        <source>This email address does not work.</source>
        <translation>Esta dirección de correo no funciona.</translation>
    </message>
    <message>
        <source>The client&apos;s mailbox is switched off.</source>
        <translation>El buzón del cliente está desactivado.</translation>
    </message>
    <message>
        <source>The client&apos;s mailbox is full.</source>
        <translation>El buzón del cliente está lleno.</translation>
    </message>
    <message>
        <source>The email is too long for the client&apos;s mailbox.</source>
        <translation>El correo es demasiado largo para el buzón del cliente.</translation>
    </message>
    <message>
        <source>The client&apos;s mailbox does not take email.</source>
        <translation>El buzón del cliente no recibe correos.</translation>
    </message>
    <message>
        <source>The email is too long for the client&apos;s mail server.</source>
        <translation>El correo es demasiado largo para el servidor de correo del cliente.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server does not work properly.</source>
        <translation>El servidor de correo del cliente no funciona bien.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server can&apos;t be reached.</source>
        <translation>No se puede contactar al servidor de correo del cliente.</translation>
    </message>
    <message>
        <source>The mail servers do not understand each other.</source>
        <translation>Los servidores de correo no se entienden entre sí.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server can&apos;t read the email.</source>
        <translation>El servidor de correo del cliente no puede leer el correo.</translation>
    </message>
    <message>
        <source>The agency&apos;s email lacks the proof of where it comes from (DKIM). An administrator must check it.</source>
        <translation>Al correo de la agencia le falta la prueba de dónde viene (DKIM). Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The agency&apos;s email lacks the proof of where it comes from (SPF). An administrator must check it.</source>
        <translation>Al correo de la agencia le falta la prueba de dónde viene (SPF). Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The agency&apos;s email lacks the proof of where it comes from (SPF, DKIM). An administrator must check it.</source>
        <translation>Al correo de la agencia le falta la prueba de dónde viene (SPF, DKIM). Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server gets too much email from the agency.</source>
        <translation>El servidor de correo del cliente recibe demasiados correos de la agencia.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server does not let the agency&apos;s email in.</source>
        <translation>El servidor de correo del cliente no deja entrar los correos de la agencia.</translation>
    </message>
    <message>
        <source>The client&apos;s mail server did not take the email.</source>
        <translation>El servidor de correo del cliente no aceptó el correo.</translation>
    </message>
</context>
<context>
    <name>MessageTableModel</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>All resources of the share</source>
        <translation>Todos los recursos compartidos</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>The message template %1 has an unknown placeholder: {%2}.</source>
        <translation>La plantilla de mensaje %1 tiene un marcador desconocido: {%2}.</translation>
    </message>
    <message>
        <source>The message template %1 lacks {link}, so the client could not open the page.</source>
        <translation>A la plantilla de mensaje %1 le falta {link}, así que el cliente no podría abrir la página.</translation>
    </message>
    <message>
        <source>The message could not be written: its link is missing.</source>
        <translation>No se pudo escribir el mensaje: falta su enlace.</translation>
    </message>
    <message>
        <source>The text from template %1 is longer than 1,600 characters.</source>
        <translation>El texto de la plantilla %1 supera los 1600 caracteres.</translation>
    </message>
</context>
<context>
    <name>MessageWords</name>
    <message>
        <source>Ask the client whether it arrived. Send it again if not; if it did, do not send it.</source>
        <translation>Pregunte al cliente si le llegó. Si no, envíelo de nuevo; si le llegó, no lo envíe.</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Check the address with the client. If it is right and the reason is gone, send it again; if it is wrong, correct the profile and share again.</source>
        <translation>Verifique la dirección con el cliente. Si es correcta y el motivo ya pasó, envíelo de nuevo; si no lo es, corrija el perfil y comparta de nuevo.</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>First email</source>
        <translation>Primer correo</translation>
    </message>
    <message>
        <source>First text</source>
        <translation>Primer mensaje de texto</translation>
    </message>
    <message>
        <source>Follow-up email</source>
        <translation>Correo de seguimiento</translation>
    </message>
    <message>
        <source>Follow-up text</source>
        <translation>Mensaje de seguimiento</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>It was more than 14 days late. Ask the client yourself, or send it now: it goes out within the contact hours.</source>
        <translation>Llevaba más de 14 días de retraso. Pregunte usted al cliente, o envíelo ahora: saldrá dentro del horario de contacto.</translation>
    </message>
    <message>
        <source>On Its Way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>The carrier did not say whether it took this message, and is being asked. Nothing to do yet.</source>
        <translation>La operadora no dijo si recibió este mensaje, y se le está preguntando. Todavía no hay nada que hacer.</translation>
    </message>
    <message>
        <source>The client has opted out of texts to this number. Call, or ask whether email is welcome; only the client can opt in again.</source>
        <translation>El cliente se dio de baja de los mensajes de texto a este número. Llame, o pregunte si acepta correos; solo el cliente puede volver a darse de alta.</translation>
    </message>
    <message>
        <source>The client has unsubscribed from emails to this address. Call, or ask whether texts are welcome.</source>
        <translation>El cliente canceló los correos a esta dirección. Llame, o pregunte si acepta mensajes de texto.</translation>
    </message>
    <message>
        <source>The client’s consent was withdrawn, so it can’t be sent any more.</source>
        <translation>Se retiró el consentimiento del cliente, así que ya no se puede enviar.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>It goes out when it is due and the server can be reached.</source>
        <translation>Sale a su hora y en cuanto se llegue al servidor.</translation>
    </message>
    <message>
        <source>It is with the carrier, who has not said yet whether it was taken.</source>
        <translation>Está con el operador, que aún no ha dicho si lo tomó.</translation>
    </message>
    <message>
        <source>It may or may not have gone out. A person decides.</source>
        <translation>Puede haber salido o no. Decide una persona.</translation>
    </message>
    <message>
        <source>The carrier took it; that it arrived was not said.</source>
        <translation>El operador lo tomó; no se ha dicho que llegara.</translation>
    </message>
    <message>
        <source>It arrived, the carrier says.</source>
        <translation>Llegó, según el operador.</translation>
    </message>
    <message>
        <source>It did not go out.</source>
        <translation>No salió.</translation>
    </message>
    <message>
        <source>It was called off before it went out.</source>
        <translation>Se canceló antes de que saliera.</translation>
    </message>
    <message>
        <source>It was too late to be sent by itself.</source>
        <translation>Era demasiado tarde para que saliera por sí solo.</translation>
    </message>
</context>
<context>
    <name>Net</name>
    <message>
        <source>The file with your agency&apos;s certificate authority can&apos;t be read. Without it Handrail can&apos;t be sure of the server, so it does not start.</source>
        <translation>No se puede leer el archivo con la autoridad de certificación de su agencia. Sin él Handrail no puede estar seguro del servidor, así que no se inicia.</translation>
    </message>
    <message>
        <source>The file of the certificate authority has no certificate in it. It is a text that begins with «-----BEGIN CERTIFICATE-----»; ask your administrator for it.</source>
        <translation>El archivo de la autoridad de certificación no contiene ningún certificado. Es un texto que empieza con «-----BEGIN CERTIFICATE-----»; pídalo a su administrador.</translation>
    </message>
    <message>
        <source>The certificate authority in the file has run out. Ask your administrator for the new one.</source>
        <translation>La autoridad de certificación del archivo está vencida. Pida la nueva a su administrador.</translation>
    </message>
</context>
<context>
    <name>Neutral</name>
    <message>
        <source>The neutral name may have at most %1 characters.</source>
        <translation>El nombre neutral puede tener como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>The neutral name is sent as it stands: leave out { and }.</source>
        <translation>El nombre neutral se envía tal como está: no use { ni }.</translation>
    </message>
    <message>
        <source>The neutral name must not have the program’s name in it.</source>
        <translation>El nombre neutral no debe contener el nombre del programa.</translation>
    </message>
</context>
<context>
    <name>NoteFile</name>
    <message>
        <source>«%1» is not a text file. Only text can be kept with a referral: copy the words that matter into the note.</source>
        <translation>«%1» no es un archivo de texto. Con una derivación solo se puede guardar texto: copie en la nota las palabras que importan.</translation>
    </message>
    <message>
        <source>«%1» is empty.</source>
        <translation>«%1» está vacío.</translation>
    </message>
    <message>
        <source>«%1» is too long: a note holds %L2 characters. Copy the part that matters.</source>
        <translation>«%1» es demasiado largo: una nota admite %L2 caracteres. Copie la parte que importa.</translation>
    </message>
</context>
<context>
    <name>OptOutPlan</name>
    <message>
        <source>This address is unsubscribed from all emails, for good.</source>
        <translation>Esta dirección está dada de baja de todos los correos, para siempre.</translation>
    </message>
    <message>
        <source>The carrier says that the client opted out of texts to this number.</source>
        <translation>El operador dice que el cliente pidió no recibir textos en este número.</translation>
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
    <name>PhoneNumbers</name>
    <message>
        <source>This phone number is too short. Enter all of it, with the area code: (937) 555-0142.</source>
        <translation>Este número de teléfono es demasiado corto. Escríbalo completo, con el código de área: (937) 555-0142.</translation>
    </message>
    <message>
        <source>This phone number is too long. Check for a digit too many.</source>
        <translation>Este número de teléfono es demasiado largo. Revise si sobra alguna cifra.</translation>
    </message>
    <message>
        <source>No country has the code after the + sign. For the United States it is +1.</source>
        <translation>Ningún país tiene el código que sigue al signo +. El de Estados Unidos es +1.</translation>
    </message>
    <message>
        <source>There is no such phone number. Check the area code and the digits.</source>
        <translation>No existe ese número de teléfono. Revise el código de área y las cifras.</translation>
    </message>
    <message>
        <source>This isn&apos;t a phone number. Enter digits, with the area code: (937) 555-0142.</source>
        <translation>Esto no es un número de teléfono. Escriba las cifras con el código de área: (937) 555-0142.</translation>
    </message>
    <message>
        <source>The area code is missing: (937) 555-0142.</source>
        <translation>Falta el código de área: (937) 555-0142.</translation>
    </message>
    <message>
        <source>Enter a phone number.</source>
        <translation>Escriba un número de teléfono.</translation>
    </message>
    <message>
        <source>This phone number has invisible characters in it. Type it anew, don&apos;t paste.</source>
        <translation>Este número de teléfono contiene caracteres invisibles. Escríbalo de nuevo, sin pegarlo.</translation>
    </message>
    <message>
        <source>A text can&apos;t reach an extension. Enter the number without the extension.</source>
        <translation>Un mensaje de texto no llega a una extensión. Escriba el número sin la extensión.</translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>Phones and Emails</source>
        <translation>Teléfonos y correos</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>principal</translation>
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
        <source>Date of Birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Older entries are left out.</source>
        <translation>Las entradas más antiguas se omiten.</translation>
    </message>
    <message>
        <source>Printed %1. Confidential.</source>
        <translation>Impreso: %1. Confidencial.</translation>
    </message>
</context>
<context>
    <name>ReadingPlan</name>
    <message>
        <source>Choose the client and the referral that the answer is about.</source>
        <translation>Elija el cliente y la derivación de que trata la respuesta.</translation>
    </message>
    <message>
        <source>It is not known which address this came from, so none can be opted out. Record the client’s wish in their profile.</source>
        <translation>No se sabe de qué dirección vino, así que no se puede dar de baja ninguna. Anote el deseo del cliente en su perfil.</translation>
    </message>
    <message>
        <source>Somebody has read this message already. Their reading can be taken back in Recent Activity.</source>
        <translation>Alguien ya leyó este mensaje. Su lectura se puede deshacer en Actividad reciente.</translation>
    </message>
    <message>
        <source>The note is too long: it may have 2000 characters.</source>
        <translation>La nota es demasiado larga: puede tener 2000 caracteres.</translation>
    </message>
    <message>
        <source>This referral is another client’s. Choose one of theirs.</source>
        <translation>Esta derivación es de otro cliente. Elija una del suyo.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>A stored record can&apos;t be read: the field %1.%2 is not as it should be.</source>
        <translation>No se puede leer un registro guardado: el campo %1.%2 no es como debería.</translation>
    </message>
    <message>
        <source>A record of an unknown kind was refused.</source>
        <translation>Se rechazó un registro de un tipo desconocido.</translation>
    </message>
    <message>
        <source>A record of the kind %1 has an unknown field.</source>
        <translation>Un registro del tipo %1 tiene un campo desconocido.</translation>
    </message>
</context>
<context>
    <name>ReferralFilter</name>
    <message>
        <source>This saved filter can’t be read by this version of Handrail. Delete it, or save it anew.</source>
        <translation>Esta versión de Handrail no puede leer este filtro guardado. Elimínelo o guárdelo de nuevo.</translation>
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
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Last Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Last Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>No compartida</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Ordenar por %1</translation>
    </message>
</context>
<context>
    <name>ReplyListModel</name>
    <message>
        <source> or </source>
        <comment>between names</comment>
        <translation> o </translation>
    </message>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <translation>
            <numerusform>%1 u otro más</numerusform>
            <numerusform>%1 u otros %n</numerusform>
        </translation>
    </message>
    <message>
        <source>(a message without words)</source>
        <translation>(un mensaje sin palabras)</translation>
    </message>
    <message>
        <source>An unknown sender</source>
        <translation>Un remitente desconocido</translation>
    </message>
</context>
<context>
    <name>ReplyPlan</name>
    <message>
        <source>Not needed any more: the client answered.</source>
        <translation>Ya no hace falta: el cliente respondió.</translation>
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
        <translation>(un mensaje sin palabras)</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>Emails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Referrals by status</source>
        <translation>Derivaciones por estado</translation>
    </message>
    <message>
        <source>Referrals that were made in this period, by the status they have now.</source>
        <translation>Derivaciones que se hicieron en este período, según el estado que tienen ahora.</translation>
    </message>
    <message>
        <source>No referral was made in this period.</source>
        <translation>No se hizo ninguna derivación en este período.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) were made, %1 of them are completed.</source>
        <translation>
            <numerusform>Se hizo %n derivación; %1 de ellas está completada.</numerusform>
            <numerusform>Se hicieron %n derivaciones; %1 de ellas están completadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-up questions that went out in this period, by channel, and the client’s latest answer to that very message. Answer rate: how many of them were answered so far. A client who was asked by text and by email and answers one of them leaves the other without an answer.</source>
        <translation>Preguntas de seguimiento que salieron en este período, por canal, y la última respuesta del cliente a ese mismo mensaje. Tasa de respuesta: cuántas se han respondido hasta ahora. Un cliente a quien se le preguntó por texto y por correo y que responde a uno deja el otro sin respuesta.</translation>
    </message>
    <message>
        <source>Answers by channel</source>
        <translation>Respuestas por canal</translation>
    </message>
    <message>
        <source>No follow-up question went out in this period.</source>
        <translation>No salió ninguna pregunta de seguimiento en este período.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No longer interested</source>
        <translation>Ya no le interesa</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Sin respuesta aún</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Preguntados</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Tasa de respuesta</translation>
    </message>
    <message>
        <source>%1: %2 of %3 answered (%4).</source>
        <translation>%1: %2 de %3 respondidos (%4).</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Days from referral to service completed</source>
        <translation>Días desde la derivación hasta el servicio completado</translation>
    </message>
    <message>
        <source>Referrals whose service was completed in this period, by whole days since they were made. Median: half of them took fewer days, half more. Middle half: from the fastest quarter to the slowest quarter, both left out.</source>
        <translation>Derivaciones cuyo servicio se completó en este período, por días enteros desde que se hicieron. Mediana: la mitad tardó menos días, la otra mitad más. Mitad central: sin el cuarto más rápido ni el cuarto más lento.</translation>
    </message>
    <message>
        <source>No service was completed in this period.</source>
        <translation>No se completó ningún servicio en este período.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Median: %1 days. The middle half took %2 to %3 days.</source>
        <translation>Mediana: %1 días. La mitad central tardó de %2 a %3 días.</translation>
    </message>
    <message>
        <source>Before: median %1 days.</source>
        <translation>Antes: mediana de %1 días.</translation>
    </message>
    <message>
        <source>Resource sites where clients said No</source>
        <translation>Recursos donde los clientes dijeron No</translation>
    </message>
    <message>
        <source>Referrals whose client said in this period that they did not receive services, and has said nothing else since. Answers that a worker took back are left out.</source>
        <translation>Derivaciones cuyo cliente dijo en este período que no recibió servicios y no ha dicho otra cosa desde entonces. No se cuentan las respuestas que un trabajador deshizo.</translation>
    </message>
    <message>
        <source>No client said No in this period.</source>
        <translation>Ningún cliente dijo No en este período.</translation>
    </message>
    <message>
        <source>Resource Site</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>Said No</source>
        <translation>Dijeron No</translation>
    </message>
    <message>
        <source>Unknown resource site</source>
        <translation>Recurso desconocido</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) a client said No, most often at %1.</source>
        <translation>
            <numerusform>Un cliente dijo No %n vez, en %1.</numerusform>
            <numerusform>Los clientes dijeron No %n veces, sobre todo en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opt-outs over time</source>
        <translation>Bajas a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Phone numbers and email addresses that opted out in this period, whichever way the client said so. A number that opted in again later still counts here.</source>
        <translation>Números de teléfono y direcciones de correo que se dieron de baja en este período, sea como sea que el cliente lo haya dicho. Un número que después se dio de alta otra vez también cuenta aquí.</translation>
    </message>
    <message>
        <source>Nobody opted out in this period.</source>
        <translation>Nadie se dio de baja en este período.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message numerus="yes">
        <source>%n opt-out(s); in the period before: %1.</source>
        <translation>
            <numerusform>%n baja; en el período anterior: %1.</numerusform>
            <numerusform>%n bajas; en el período anterior: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open referrals by worker, now</source>
        <translation>Derivaciones abiertas por trabajador, ahora</translation>
    </message>
    <message>
        <source>Referrals that are neither completed nor canceled now, whenever they were made, by the worker of the client. Quiet: nothing happened for 14 days.</source>
        <translation>Derivaciones que ahora no están ni completadas ni canceladas, sin importar cuándo se hicieron, por trabajador del cliente. Quietas: no ha pasado nada en 14 días.</translation>
    </message>
    <message>
        <source>No referral is open.</source>
        <translation>No hay ninguna derivación abierta.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Quietas</translation>
    </message>
    <message>
        <source>Quiet for 14 days</source>
        <translation>Quietas desde hace 14 días</translation>
    </message>
    <message>
        <source>No worker</source>
        <translation>Sin trabajador</translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) are open, %1 of them quiet for 14 days.</source>
        <translation>
            <numerusform>%n derivación está abierta; %1 de ellas sin novedad desde hace 14 días.</numerusform>
            <numerusform>%n derivaciones están abiertas; %1 de ellas sin novedad desde hace 14 días.</numerusform>
        </translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>antes: %1</translation>
    </message>
    <message>
        <source>Referrals made</source>
        <translation>Derivaciones hechas</translation>
    </message>
    <message>
        <source>Referrals that were made in this period.</source>
        <translation>Derivaciones que se hicieron en este período.</translation>
    </message>
    <message>
        <source>Services completed</source>
        <translation>Servicios completados</translation>
    </message>
    <message>
        <source>Referrals whose service was completed in this period and that are completed now.</source>
        <translation>Derivaciones cuyo servicio se completó en este período y que ahora están completadas.</translation>
    </message>
    <message>
        <source>Days to service (median)</source>
        <translation>Días hasta el servicio (mediana)</translation>
    </message>
    <message>
        <source>Half of the services that were completed in this period took fewer days from the referral, half more.</source>
        <translation>La mitad de los servicios completados en este período tardó menos días desde la derivación; la otra mitad, más.</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Bajas</translation>
    </message>
    <message>
        <source>Phone numbers and email addresses that opted out in this period.</source>
        <translation>Números de teléfono y direcciones de correo que se dieron de baja en este período.</translation>
    </message>
    <message>
        <source>Messages not sent</source>
        <translation>Mensajes no enviados</translation>
    </message>
    <message>
        <source>Messages that were refused, expired or are held for a worker’s decision, since a moment in this period.</source>
        <translation>Mensajes que fueron rechazados, vencieron o están retenidos hasta que decida un trabajador, desde un momento de este período.</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1, en comparación con %2</translation>
    </message>
</context>
<context>
    <name>ReportExport</name>
    <message>
        <source>The file could not be written: %1. Choose another place or name.</source>
        <translation>No se pudo escribir el archivo: %1. Elija otro lugar u otro nombre.</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The system&apos;s keychain did not answer. It may be waiting for you: please look for a window that asks for its password or wants to set it up (KWallet), then start Handrail again. Your data were left as they are.</source>
        <translation>El llavero del sistema no respondió. Quizá le espera a usted: busque una ventana que pida su contraseña o quiera configurarlo (KWallet) e inicie Handrail otra vez. Sus datos no se han cambiado.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or refused Handrail. Please unlock it and start Handrail again. Your data were left as they are.</source>
        <translation>El llavero del sistema está bloqueado o rechazó a Handrail. Desbloquéelo e inicie Handrail otra vez. Sus datos no se han cambiado.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used. Handrail keeps the key of your data in it and nowhere else. On Linux, please check that GNOME Keyring or KWallet is installed, running and unlocked, then start Handrail again. Your data were left as they are.</source>
        <translation>No se puede usar el llavero del sistema. Handrail guarda en él, y solo en él, la clave de sus datos. En Linux, compruebe que GNOME Keyring o KWallet está instalado, en marcha y desbloqueado, e inicie Handrail otra vez. Sus datos no se han cambiado.</translation>
    </message>
    <message>
        <source>What the system&apos;s keychain has under Handrail&apos;s name was not written by Handrail. Please ask your administrator. Your data were left as they are.</source>
        <translation>Lo que el llavero del sistema tiene con el nombre de Handrail no lo escribió Handrail. Consulte a su administrador. Sus datos no se han cambiado.</translation>
    </message>
    <message>
        <source>A secret is too long for the system&apos;s keychain.</source>
        <translation>Un secreto es demasiado largo para el llavero del sistema.</translation>
    </message>
    <message>
        <source>The file that keeps the key of your data is damaged. Your data were left as they are. Please put the file back from a backup, or ask your administrator.</source>
        <translation>El archivo que guarda la clave de sus datos está dañado. Sus datos quedaron como estaban. Restaure el archivo de una copia de seguridad o pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The folder of your data can&apos;t be written, so nothing was changed. Please check the disk and your rights to it.</source>
        <translation>No se puede escribir en la carpeta de sus datos, así que no se cambió nada. Revise el disco y sus permisos.</translation>
    </message>
    <message>
        <source>The key of your data was kept by a newer Handrail. Please update Handrail to open them.</source>
        <translation>La clave de sus datos fue guardada por un Handrail más nuevo. Actualice Handrail para abrirlos.</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>Esta no es la frase de contraseña.</translation>
    </message>
    <message>
        <source>A passphrase needs at least %1 characters. Several words are easier to keep in mind than a short one full of signs.</source>
        <translation>Una frase de contraseña necesita al menos %1 caracteres. Varias palabras se recuerdan más fácilmente que una corta llena de signos.</translation>
    </message>
    <message>
        <source>There is a passphrase already. Type it to go on.</source>
        <translation>Ya hay una frase de contraseña. Escríbala para continuar.</translation>
    </message>
    <message>
        <source>The computer has not enough memory free to check what you typed. Close other programs and try again. Nothing was changed.</source>
        <translation>La computadora no tiene suficiente memoria libre para comprobar lo que escribió. Cierre otros programas e intente de nuevo. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>SendGate</name>
    <message>
        <source>There is no consent for this address and channel.</source>
        <translation>No hay consentimiento para esta dirección y este medio.</translation>
    </message>
    <message>
        <source>The client’s consent was withdrawn.</source>
        <translation>Se retiró el consentimiento del cliente.</translation>
    </message>
    <message>
        <source>The client has opted out of texts to this number.</source>
        <translation>El cliente pidió no recibir textos en este número.</translation>
    </message>
    <message>
        <source>The client has unsubscribed from emails to this address.</source>
        <translation>El cliente se dio de baja de los correos a esta dirección.</translation>
    </message>
    <message>
        <source>This message has been dealt with already.</source>
        <translation>Este mensaje ya está resuelto.</translation>
    </message>
    <message>
        <source>It is not known when this message is due.</source>
        <translation>No se sabe cuándo toca enviar este mensaje.</translation>
    </message>
    <message>
        <source>The referral that this follow-up asks about is not known.</source>
        <translation>No se conoce la derivación por la que pregunta este seguimiento.</translation>
    </message>
    <message>
        <source>Not needed any more: the client answered.</source>
        <translation>Ya no hace falta: el cliente respondió.</translation>
    </message>
    <message>
        <source>Not needed any more: the service is completed.</source>
        <translation>Ya no hace falta: el servicio está completado.</translation>
    </message>
    <message>
        <source>Not needed any more: the referral was canceled.</source>
        <translation>Ya no hace falta: la derivación se canceló.</translation>
    </message>
    <message>
        <source>The client’s time zone is not known, so no hour is safe for a follow-up.</source>
        <translation>No se conoce la zona horaria del cliente, así que ninguna hora es segura para un seguimiento.</translation>
    </message>
    <message>
        <source>The agency’s contact hours make no sense, so no hour is safe for a follow-up.</source>
        <translation>El horario de contacto de la agencia no tiene sentido, así que ninguna hora es segura para un seguimiento.</translation>
    </message>
    <message>
        <source>It waits for its day and the contact hours.</source>
        <translation>Espera su día y el horario de contacto.</translation>
    </message>
    <message>
        <source>More than 14 days late, so it was not sent any more.</source>
        <translation>Llevaba más de 14 días de retraso y ya no se envió.</translation>
    </message>
    <message>
        <source>It is not due yet.</source>
        <translation>Aún no toca enviarlo.</translation>
    </message>
    <message>
        <source>Emails to this address come back: %1</source>
        <translation>Los correos a esta dirección regresan: %1</translation>
    </message>
    <message>
        <source>This message has moved on: there is nothing to decide any more.</source>
        <translation>Este mensaje ya siguió su curso: no queda nada por decidir.</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>What your organisation’s sign-in answered can’t be trusted, so it was not used. Try again, and tell your administrator if it stays so.</source>
        <translation>La respuesta del inicio de sesión de su organización no es de confianza, así que no se usó. Inténtelo de nuevo y avise a su administrador si sigue así.</translation>
    </message>
    <message>
        <source>Only an administrator sees other people’s devices.</source>
        <translation>Solo un administrador ve los dispositivos de otras personas.</translation>
    </message>
    <message>
        <source>This device is not signed in any more.</source>
        <translation>Este dispositivo ya no tiene la sesión iniciada.</translation>
    </message>
    <message>
        <source>The server can’t read the secret of your second factor: its key file is missing or another one. Tell your administrator.</source>
        <translation>El servidor no puede leer el secreto de su segundo factor: falta su archivo de clave o es otro. Avise a su administrador.</translation>
    </message>
    <message>
        <source>A second factor is set up already. Turn it off first.</source>
        <translation>Ya hay un segundo factor configurado. Desactívelo primero.</translation>
    </message>
    <message>
        <source>There is no second factor to confirm. Set it up again.</source>
        <translation>No hay ningún segundo factor que confirmar. Configúrelo de nuevo.</translation>
    </message>
    <message>
        <source>That is no id.</source>
        <translation>Eso no es un identificador.</translation>
    </message>
    <message>
        <source>The server has not enough memory to check a password.</source>
        <translation>El servidor no tiene memoria suficiente para comprobar una contraseña.</translation>
    </message>
    <message>
        <source>This Handrail and its server are of versions that do not understand each other; update the older one.</source>
        <translation>Este Handrail y su servidor son de versiones que no se entienden; actualice el más antiguo.</translation>
    </message>
    <message>
        <source>Too many attempts to sign in. Wait 15 minutes and try again.</source>
        <translation>Demasiados intentos de iniciar sesión. Espere 15 minutos e intente de nuevo.</translation>
    </message>
    <message>
        <source>A push takes a list of at most %1 changes.</source>
        <translation>Un envío acepta una lista de %1 cambios como máximo.</translation>
    </message>
    <message>
        <source>The query&apos;s %1 must be a number from %2 to %3.</source>
        <translation>El valor %1 de la consulta debe ser un número de %2 a %3.</translation>
    </message>
    <message>
        <source>Who takes care of which client has changed, and this version of Handrail can&apos;t follow that. Update Handrail on this computer; your work on it is kept.</source>
        <translation>Ha cambiado quién atiende a qué cliente, y esta versión de Handrail no puede seguir ese cambio. Actualice Handrail en esta computadora; su trabajo se conserva.</translation>
    </message>
    <message>
        <source>This client is not one of yours, or not any more, so the change was not taken. Ask your supervisor to assign the client to you.</source>
        <translation>Este cliente no es suyo, o ya no lo es, así que el cambio no se aceptó. Pida a su supervisor que le asigne el cliente.</translation>
    </message>
    <message>
        <source>What this entry belongs to is not at the server, so it was not taken.</source>
        <translation>Aquello a lo que pertenece esta entrada no está en el servidor, así que no se aceptó.</translation>
    </message>
    <message>
        <source>There is no such client.</source>
        <translation>No existe ese cliente.</translation>
    </message>
    <message>
        <source>A message to this client is on its way right now. Nothing was erased; try again in a few minutes.</source>
        <translation>Un mensaje para este cliente está en camino ahora mismo. No se borró nada; intente de nuevo en unos minutos.</translation>
    </message>
    <message>
        <source>Clients are kept for at least %1 days after the last thing that happened.</source>
        <translation>Los clientes se conservan al menos %1 días después de la última actividad.</translation>
    </message>
    <message>
        <source>An administrator erased this client. Nothing more is kept of them.</source>
        <translation>Una persona administradora borró a este cliente. Ya no se guarda nada de él.</translation>
    </message>
</context>
<context>
    <name>ServerCommands</name>
    <message>
        <source>A code can work for 1 to %1 hours.</source>
        <translation>Un código puede servir de 1 a %1 horas.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Ese usuario no existe.</translation>
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
        <translation>El mismo recurso aparece dos veces. Quite uno de los dos.</translation>
    </message>
    <message>
        <source>One of the referrals belongs to another client. Open the referrals of this client again.</source>
        <translation>Una de las derivaciones es de otro cliente. Abra otra vez las derivaciones de este cliente.</translation>
    </message>
    <message>
        <source>The client’s time zone is not known, so the follow-ups have no day. Correct it in the client’s profile.</source>
        <translation>No se conoce la zona horaria del cliente, así que los seguimientos no tienen día. Corríjala en el perfil del cliente.</translation>
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
        <translation>Faltan las palabras del consentimiento, así que no se compartió nada.</translation>
    </message>
    <message>
        <source>Handrail could not read the time, so nothing was shared.</source>
        <translation>Handrail no pudo leer la hora, así que no se compartió nada.</translation>
    </message>
    <message>
        <source>Tick text, email or both.</source>
        <translation>Marque texto, correo o ambos.</translation>
    </message>
    <message>
        <source>Ask the client for consent, then tick this box.</source>
        <translation>Pida el consentimiento del cliente y marque después esta casilla.</translation>
    </message>
    <message>
        <source>Emails to this address come back: %1 Ask the client for the right address. If this one is right, press «Try This Address Again» in the client’s profile first.</source>
        <translation>Los correos a esta dirección regresan: %1 Pida al cliente la dirección correcta. Si esta es la correcta, pulse antes «Probar esta dirección de nuevo» en el perfil del cliente.</translation>
    </message>
    <message>
        <source>Your agency has no sending number yet, so it can’t text. An administrator enters it in Settings.</source>
        <translation>Su agencia aún no tiene número de envío, así que no puede enviar textos. Un administrador lo indica en Configuración.</translation>
    </message>
    <message>
        <source>Your agency has no sending address yet, so it can’t send email. An administrator enters it in Settings.</source>
        <translation>Su agencia aún no tiene dirección de envío, así que no puede enviar correos. Un administrador la indica en Configuración.</translation>
    </message>
    <message>
        <source>The client’s profile says that this number may not be texted. Choose another one, or correct the profile.</source>
        <translation>El perfil del cliente dice que este número no debe recibir textos. Elija otro, o corrija el perfil.</translation>
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
    <name>SiteListModel</name>
    <message>
        <source>place not known</source>
        <translation>lugar desconocido</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
</context>
<context>
    <name>SiteWords</name>
    <message>
        <source> ext. %1</source>
        <translation> ext. %1</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Who can come</source>
        <translation>Quién puede ir</translation>
    </message>
    <message>
        <source>How to apply</source>
        <translation>Cómo solicitarlo</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Getting there</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Your resources</source>
        <translation>Sus recursos</translation>
    </message>
    <message>
        <source>Resources for %1</source>
        <translation>Recursos para %1</translation>
    </message>
    <message>
        <source>To see this list on a phone or a computer, with maps and links, scan the code or type this address:</source>
        <translation>Para ver esta lista en un teléfono o una computadora, con mapas y enlaces, escanee el código o escriba esta dirección:</translation>
    </message>
    <message>
        <source>Please note:</source>
        <translation>Tenga en cuenta:</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Printed on %1. Hours can change: call before you go.</source>
        <translation>Impreso el %1. El horario puede cambiar: llame antes de ir.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>1st</source>
        <translation>1.º</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>2.º</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>3.º</translation>
    </message>
    <message>
        <source>last</source>
        <translation>último</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.º</translation>
    </message>
    <message>
        <source>opens at %1</source>
        <translation>abre a las %1</translation>
    </message>
    <message>
        <source>opens tomorrow at %1</source>
        <translation>abre mañana a las %1</translation>
    </message>
    <message>
        <source>opens %1 at %2</source>
        <translation>abre el %1 a las %2</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horario desconocido</translation>
    </message>
    <message>
        <source>Open around the clock</source>
        <translation>Abierto las 24 horas</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Abierto hasta las %1</translation>
    </message>
    <message>
        <source>Open until %1 tomorrow</source>
        <translation>Abierto hasta mañana a las %1</translation>
    </message>
    <message>
        <source>Open until %1, %2</source>
        <translation>Abierto hasta el %1 a las %2</translation>
    </message>
    <message>
        <source>Closed, no opening known</source>
        <translation>Cerrado, no se sabe cuándo abre</translation>
    </message>
    <message>
        <source>Closed, %1</source>
        <translation>Cerrado, %1</translation>
    </message>
    <message>
        <source>Open 24 hours</source>
        <translation>Abierto las 24 horas</translation>
    </message>
    <message>
        <source>%1 of the month</source>
        <translation>%1 del mes</translation>
    </message>
    <message>
        <source>on day %1 of the month</source>
        <translation>el día %1 del mes</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>Cerrado: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 mi</source>
        <translation>%1 mi</translation>
    </message>
</context>
<context>
    <name>SmsCosts</name>
    <message>
        <source>special blank</source>
        <translation>espacio especial</translation>
    </message>
    <message>
        <source>invisible sign</source>
        <translation>signo invisible</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>what to write, instead of what</comment>
        <translation>%1 en lugar de %2</translation>
    </message>
    <message>
        <source>plain blank</source>
        <translation>espacio común</translation>
    </message>
    <message>
        <source>Some characters make each segment hold 70 and not 160.</source>
        <translation>Algunos caracteres hacen que cada segmento tenga 70 y no 160.</translation>
    </message>
    <message>
        <source>Write %1, or choose other words; leave names as they are.</source>
        <translation>Escriba %1, o use otras palabras; deje los nombres como son.</translation>
    </message>
    <message>
        <source>Leave out if you can: %1.</source>
        <translation>Omita si puede: %1.</translation>
    </message>
</context>
<context>
    <name>StatusPlan</name>
    <message>
        <source>This change was taken back already.</source>
        <translation>Este cambio ya se deshizo.</translation>
    </message>
    <message>
        <source>The status has changed since. Set it by hand instead.</source>
        <translation>El estado ha cambiado desde entonces. Póngalo a mano.</translation>
    </message>
    <message>
        <source>The status that the client’s answer set was taken back. The answer stays recorded; canceled follow-ups stay canceled.</source>
        <translation>Se deshizo el estado que puso la respuesta del cliente. La respuesta queda registrada; los seguimientos cancelados siguen cancelados.</translation>
    </message>
    <message>
        <source>Not needed any more: the referral was canceled.</source>
        <translation>Ya no hace falta: la derivación se canceló.</translation>
    </message>
    <message>
        <source>Not needed any more: the service is completed.</source>
        <translation>Ya no hace falta: el servicio está completado.</translation>
    </message>
    <message>
        <source>Only a status that a client’s answer set, or a message that a worker read, can be taken back.</source>
        <translation>Solo se puede deshacer un estado puesto por la respuesta de un cliente, o la lectura de un mensaje por un trabajador.</translation>
    </message>
    <message>
        <source>The message waits to be read again. Canceled follow-ups stay canceled; whoever opted out stays opted out until they opt in themselves.</source>
        <translation>El mensaje espera de nuevo a ser leído. Los seguimientos cancelados siguen cancelados; quien se dio de baja sigue de baja hasta que pida el alta por sí mismo.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The local store is busy with another window or the agent. Nothing was changed; please try again.</source>
        <translation>Otra ventana o el agente está usando los datos locales. No se cambió nada; inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was saved. Please free some space and try again.</source>
        <translation>El disco está lleno: no se guardó nada. Libere espacio e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The local store&apos;s file can&apos;t be opened or written. Please check that its folder exists and that you may write to it.</source>
        <translation>No se puede abrir o escribir el archivo de los datos locales. Compruebe que su carpeta existe y que puede escribir en ella.</translation>
    </message>
    <message>
        <source>The local store is damaged. It was left as it is; please restore its file from a backup, or sign in on a new profile to get everything that the server has.</source>
        <translation>Los datos locales están dañados. No se ha cambiado nada; restaure el archivo desde una copia de seguridad o inicie sesión en un perfil nuevo para recibir todo lo que tiene el servidor.</translation>
    </message>
    <message>
        <source>Handrail could not make sure that the local store is encrypted, so it does not use it. This is a fault of this copy of the program: please install it again.</source>
        <translation>Handrail no pudo comprobar que los datos locales están cifrados, así que no los usa. Es un fallo de esta copia del programa: instálela otra vez.</translation>
    </message>
    <message>
        <source>This copy of Handrail lacks a part that upgrades the local store. Please install it again.</source>
        <translation>A esta copia de Handrail le falta una parte que actualiza los datos locales. Instálela otra vez.</translation>
    </message>
    <message>
        <source>The local store was made by a newer version of Handrail. It was left as it is; please install the newer version.</source>
        <translation>Los datos locales son de una versión más nueva de Handrail. No se ha cambiado nada; instale la versión más nueva.</translation>
    </message>
    <message>
        <source>The local store can&apos;t be read: either its file is damaged, or the key in the system&apos;s keychain is not the one that it was made with. It was left as it is. Please put the file back from a backup, or use a new profile to get everything that the server has.</source>
        <translation>No se pueden leer los datos locales: el archivo está dañado o la clave del llavero del sistema no es la suya. No se ha cambiado nada. Restaure el archivo desde una copia de seguridad o use un perfil nuevo para recibir todo lo que tiene el servidor.</translation>
    </message>
    <message>
        <source>The local store&apos;s file is gone, although there was one. Handrail does not start an empty one in its place. Please put the file back from a backup, or use a new profile to get everything that the server has.</source>
        <translation>El archivo de los datos locales ya no está, aunque lo había. Handrail no crea uno vacío en su lugar. Restáurelo desde una copia de seguridad o use un perfil nuevo para recibir todo lo que tiene el servidor.</translation>
    </message>
    <message>
        <source>The local store&apos;s file is empty, although there were data in it. It was left as it is. Please put it back from a backup, or use a new profile to get everything that the server has.</source>
        <translation>El archivo de los datos locales está vacío, aunque tenía datos. No se ha cambiado nada. Restáurelo desde una copia de seguridad o use un perfil nuevo para recibir todo lo que tiene el servidor.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not keep the key of the local store, so no store was made. Please check that the keychain is set up and unlocked, and start Handrail again.</source>
        <translation>El llavero del sistema no guardó la clave de los datos locales, así que no se crearon. Compruebe que el llavero está configurado y desbloqueado e inicie Handrail otra vez.</translation>
    </message>
    <message>
        <source>What the system&apos;s keychain has as the key of the local store is no such key. The store was left as it is. Please ask your administrator.</source>
        <translation>Lo que el llavero del sistema tiene como clave de los datos locales no es una clave. Los datos no se han cambiado. Consulte a su administrador.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not give the key of the local store: it may be locked. Your data were left as they are. Please unlock the keychain and start Handrail again.</source>
        <translation>El llavero del sistema no da la clave de los datos locales: quizá está bloqueado. Sus datos no se han cambiado. Desbloquee el llavero e inicie Handrail otra vez.</translation>
    </message>
    <message>
        <source>The folder of the local store can&apos;t be written. Please check the disk and your rights to it.</source>
        <translation>No se puede escribir en la carpeta de los datos locales. Revise el disco y sus permisos.</translation>
    </message>
    <message>
        <source>The local store can&apos;t be opened: its folder is missing or can&apos;t be written, or another Handrail is busy with it. Please check that, and start Handrail again.</source>
        <translation>No se pueden abrir los datos locales: su carpeta falta, no se puede escribir en ella o la está usando otro Handrail. Revíselo e inicie Handrail otra vez.</translation>
    </message>
    <message>
        <source>The disk is full, so the local store can&apos;t be opened. Nothing was changed. Please free some space and start Handrail again.</source>
        <translation>El disco está lleno y no se pueden abrir los datos locales. No se cambió nada. Libere espacio e inicie Handrail otra vez.</translation>
    </message>
    <message>
        <source>A list of the local store is full. Nothing was saved.</source>
        <translation>Una lista de los datos locales está llena. No se guardó nada.</translation>
    </message>
    <message>
        <source>The local store is damaged. Please restore its file from a backup, or sign in on a new profile to get everything that the server has.</source>
        <translation>Los datos locales están dañados. Restaure el archivo desde una copia de seguridad o inicie sesión en un perfil nuevo para recibir todo lo que tiene el servidor.</translation>
    </message>
    <message>
        <source>Handrail tried to save a record of an unknown kind. Nothing was saved.</source>
        <translation>Handrail intentó guardar un registro de un tipo desconocido. No se guardó nada.</translation>
    </message>
    <message>
        <source>A queued change can&apos;t be read. Please restore the local store from a backup.</source>
        <translation>No se puede leer un cambio pendiente. Restaure los datos locales desde una copia de seguridad.</translation>
    </message>
    <message>
        <source>Handrail tried to overwrite what only the local store itself may set. Nothing was saved.</source>
        <translation>Handrail intentó cambiar algo que no le corresponde en los datos locales. No se guardó nada.</translation>
    </message>
    <message>
        <source>Something else was asked in the meantime.</source>
        <translation>Mientras tanto se preguntó otra cosa.</translation>
    </message>
    <message>
        <source>The local store can&apos;t be read with the key in the system&apos;s keychain. It was left as it is. Please start Handrail again.</source>
        <translation>No se pueden leer los datos locales con la clave del llavero del sistema. No se ha cambiado nada. Inicie Handrail otra vez, por favor.</translation>
    </message>
    <message>
        <source>A value is too long, so nothing was saved. Please make it shorter.</source>
        <translation>Un valor es demasiado largo, así que no se guardó nada. Acórtelo, por favor.</translation>
    </message>
    <message>
        <source>The computer is out of memory, so nothing was saved. Please close other programs and try again.</source>
        <translation>El equipo se quedó sin memoria, así que no se guardó nada. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk could not be read or written (SQLite code %1), so nothing was saved. Please try again; if it happens again, please check the disk.</source>
        <translation>No se pudo leer o escribir en el disco (código SQLite %1), así que no se guardó nada. Inténtelo de nuevo; si se repite, revise el disco.</translation>
    </message>
    <message>
        <source>Another part of Handrail has the local store open, so its key was not changed. Your data are as they were; Handrail tries again at its next start.</source>
        <translation>Otra parte de Handrail tiene abierto el almacén local, así que su clave no se cambió. Sus datos están como estaban; Handrail lo intentará de nuevo la próxima vez que se inicie.</translation>
    </message>
    <message>
        <source>The local store could not be read whole after its key was changed. Both keys are kept. Please ask your administrator before you go on.</source>
        <translation>El almacén local no se pudo leer completo después de cambiar su clave. Ambas claves se conservan. Pregunte a su administrador antes de continuar.</translation>
    </message>
    <message>
        <source>There is no local store here whose key could be changed, or its folder can&apos;t be written. Nothing was changed.</source>
        <translation>Aquí no hay un almacén local cuya clave se pueda cambiar, o no se puede escribir en su carpeta. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>The server&apos;s data is older than what this computer has already seen. Ask your administrator whether a backup was put back.</source>
        <translation>Los datos del servidor son más antiguos que los que este equipo ya ha visto. Pregunte a su administrador si se restauró una copia de seguridad.</translation>
    </message>
    <message>
        <source>The server did not say what became of the changes sent to it. They are kept and sent again.</source>
        <translation>El servidor no dijo qué pasó con los cambios enviados. Se conservan y se envían otra vez.</translation>
    </message>
    <message>
        <source>Enter the address of your agency&apos;s Handrail server.</source>
        <translation>Escriba la dirección del servidor Handrail de su agencia.</translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like «handrail.example.org».</source>
        <translation>Esto no es la dirección de un servidor. Debe parecerse a «handrail.example.org».</translation>
    </message>
    <message>
        <source>The server&apos;s address must begin with «https://», so that nobody on the way can read along.</source>
        <translation>La dirección del servidor debe empezar por «https://», para que nadie pueda leer por el camino.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Your work is kept on this computer and messages wait; both go out by themselves once it answers again.</source>
        <translation>No se puede contactar con el servidor. Su trabajo se conserva en este equipo y los mensajes esperan; todo saldrá por sí solo cuando el servidor responda.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Nothing is lost; Handrail tries again by itself.</source>
        <translation>El servidor no respondió a tiempo. No se pierde nada; Handrail lo intenta otra vez por sí solo.</translation>
    </message>
    <message>
        <source>What answers at the server&apos;s address is not a Handrail server, or its answer was cut off. Check the address and the network (a sign-in page of a guest network answers like this); nothing is lost.</source>
        <translation>Lo que responde en la dirección del servidor no es un servidor Handrail, o su respuesta llegó cortada. Revise la dirección y la red (una red de invitados responde así con su página de acceso); no se pierde nada.</translation>
    </message>
    <message>
        <source>The server does not know this device any more. Sign in again; your work on this computer is kept.</source>
        <translation>El servidor ya no reconoce este equipo. Inicie sesión otra vez; su trabajo en este equipo se conserva.</translation>
    </message>
    <message>
        <source>The server is of a newer version than this Handrail. Update Handrail to go on; your work on this computer is kept.</source>
        <translation>El servidor es de una versión más nueva que este Handrail. Actualice Handrail para seguir; su trabajo en este equipo se conserva.</translation>
    </message>
    <message>
        <source>The server has trouble of its own (%1). Nothing is lost; Handrail tries again by itself.</source>
        <translation>El servidor tiene un problema propio (%1). No se pierde nada; Handrail lo intenta otra vez por sí solo.</translation>
    </message>
    <message>
        <source>This computer account already holds another worker&apos;s clients. Sign in to the computer with your own account, or start Handrail with a profile of your own (--profile).</source>
        <translation>Esta cuenta del equipo ya contiene los clientes de otra persona. Entre en el equipo con su propia cuenta o inicie Handrail con un perfil propio (--profile).</translation>
    </message>
    <message>
        <source>Enter your email address and password.</source>
        <translation>Escriba su correo y su contraseña.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this computer, or the keychain is locked. Unlock it or sign in again.</source>
        <translation>Nadie ha iniciado sesión en este equipo, o el llavero está bloqueado. Desbloquéelo o inicie sesión otra vez.</translation>
    </message>
    <message>
        <source>The server, or what stands in front of it, does not take a message of this size. Ask your administrator to raise its limit to 8 MB.</source>
        <translation>El servidor, o lo que hay delante de él, no acepta un mensaje de este tamaño. Pida a su administrador que suba el límite a 8 MB.</translation>
    </message>
    <message>
        <source>The server gave the same page of your clients twice. Nothing is lost; Handrail tries again by itself.</source>
        <translation>El servidor entregó dos veces la misma página de sus clientes. No se ha perdido nada; Handrail lo intentará de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>What answers at the server&apos;s address can&apos;t prove that it is your agency&apos;s server, so nothing was sent to it. On a guest network, sign in to the network first. Otherwise tell your administrator: the server&apos;s certificate is not one that this computer trusts.</source>
        <translation>Lo que responde en la dirección del servidor no puede demostrar que es el servidor de su agencia, así que no se le envió nada. En una red para invitados, inicie sesión primero en la red. Si no, avise a su administrador: el certificado del servidor no es uno en el que esta computadora confíe.</translation>
    </message>
    <message>
        <source>This computer has always reached the server over an encrypted connection, and the address that was typed has none. Type it with «https://».</source>
        <translation>Esta computadora siempre ha llegado al servidor por una conexión cifrada, y la dirección que se escribió no tiene una. Escríbala con «https://».</translation>
    </message>
</context>
<context>
    <name>SyncSection</name>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Phone or email of a client</source>
        <translation>Teléfono o correo de un cliente</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Cesta</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Share with a client</source>
        <translation>Envío a un cliente</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Withdrawn consent</source>
        <translation>Consentimiento retirado</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Entry of Recent Activity</source>
        <translation>Entrada de Actividad reciente</translation>
    </message>
    <message>
        <source>Settings of the agency</source>
        <translation>Configuración de la agencia</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Other change</source>
        <translation>Otro cambio</translation>
    </message>
    <message>
        <source>Ask an administrator to make this change.</source>
        <translation>Pida a un administrador que haga este cambio.</translation>
    </message>
    <message>
        <source>Look at the message on the page Messages: it may have gone out already.</source>
        <translation>Mire el mensaje en la página Mensajes: puede que ya haya salido.</translation>
    </message>
    <message>
        <source>The client gets nothing of this share. Share the referral again.</source>
        <translation>El cliente no recibe nada de este envío. Vuelva a compartir la derivación.</translation>
    </message>
    <message>
        <source>Look whether it is as it should be, and do it again if not. If that is refused too, show this page to your administrator.</source>
        <translation>Mire si está como debe ser y, si no, hágalo otra vez. Si también se rechaza, muestre esta página a su administrador.</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
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
    <message numerus="yes">
        <source>The server refused %n change(s); please tell your administrator</source>
        <translation>
            <numerusform>El servidor rechazó %n cambio; avise a su administrador</numerusform>
            <numerusform>El servidor rechazó %n cambios; avise a su administrador</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out at the server</source>
        <translation>Sesión cerrada en el servidor</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>signed out at the server</source>
        <translation>sesión cerrada en el servidor</translation>
    </message>
    <message>
        <source>Messages are stopped: %1</source>
        <translation>Los mensajes están detenidos: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait for the agent on your agency’s server</source>
        <translation>
            <numerusform>%n mensaje espera al agente del servidor de su agencia</numerusform>
            <numerusform>%n mensajes esperan al agente del servidor de su agencia</numerusform>
        </translation>
    </message>
    <message>
        <source>Your agency sends messages only from its server’s agent. This computer leaves them to it.</source>
        <translation>Su agencia envía mensajes solo desde el agente de su servidor. Esta computadora se los deja.</translation>
    </message>
    <message>
        <source>The server last answered at %1.</source>
        <translation>El servidor respondió por última vez a las %1.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>Se intentará de nuevo a las %1.</translation>
    </message>
    <message>
        <source>Getting your clients: %1 of %2</source>
        <translation>Recibiendo sus clientes: %1 de %2</translation>
    </message>
    <message>
        <source>You can work meanwhile. What came stays, also when the computer is switched off.</source>
        <translation>Puede trabajar mientras tanto. Lo que ya llegó se conserva, aunque se apague la computadora.</translation>
    </message>
</context>
<context>
    <name>TemplateCheck</name>
    <message>
        <source>There is nothing to put in the place of {%1} in this message.</source>
        <translation>En este mensaje no hay nada que poner en lugar de {%1}.</translation>
    </message>
    <message>
        <source>A brace { or } stands alone: placeholders look like {link}.</source>
        <translation>Hay una llave { o } suelta: los marcadores se escriben como {link}.</translation>
    </message>
    <message>
        <source>{link} is missing: without it the client can’t open the page.</source>
        <translation>Falta {link}: sin él, el cliente no puede abrir la página.</translation>
    </message>
    <message>
        <source>The text must begin with {program}, so that the client sees at once who writes.</source>
        <translation>El texto debe empezar con {program}, para que el cliente vea enseguida quién le escribe.</translation>
    </message>
    <message>
        <source>The first line is the subject: it must not be empty.</source>
        <translation>La primera línea es el asunto: no puede estar vacía.</translation>
    </message>
    <message>
        <source>{program} is missing: the client must see who writes.</source>
        <translation>Falta {program}: el cliente debe ver quién le escribe.</translation>
    </message>
    <message>
        <source>A subject is seen by others: leave the resource site to the email itself.</source>
        <translation>Otros pueden ver el asunto: deje el recurso para el correo mismo.</translation>
    </message>
    <message>
        <source>The first text must say how to opt out, for example “Reply STOP to opt out, HELP for help.”</source>
        <translation>El primer texto debe decir cómo dejar de recibirlos, por ejemplo «Responda STOP para salir, HELP para ayuda.»</translation>
    </message>
    <message>
        <source>%1 as a reply opts the client out of all texts: offer another word.</source>
        <translation>Responder %1 da de baja al cliente de todos los textos: ofrezca otra palabra.</translation>
    </message>
    <message>
        <source>Clients can answer by text where it offers 1 (yes), 2 (no) and 3 (no longer interested).</source>
        <translation>Los clientes pueden responder por texto si se les ofrece 1 (sí), 2 (no) y 3 (ya no les interesa).</translation>
    </message>
    <message>
        <source>The text is longer than 1,600 characters, more than carriers take.</source>
        <translation>El texto tiene más de 1600 caracteres, más de lo que aceptan los proveedores.</translation>
    </message>
    <message numerus="yes">
        <source>This text costs %n segment(s).</source>
        <translation>
            <numerusform>Este texto cuesta %n segmento.</numerusform>
            <numerusform>Este texto cuesta %n segmentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carriers block texts with links of %1: use {link} or an address of your own.</source>
        <translation>Los proveedores bloquean los textos con enlaces de %1: use {link} o una dirección propia.</translation>
    </message>
    <message>
        <source>Others may read texts on the client’s phone: better leave out who gets it and which service it is about.</source>
        <translation>Otros pueden leer los textos en el teléfono del cliente: es mejor no decir a quién van ni de qué servicio tratan.</translation>
    </message>
    <message>
        <source>the program’s name</source>
        <translation>el nombre del programa</translation>
    </message>
    <message>
        <source>the page with the resource sites</source>
        <translation>la página con los recursos</translation>
    </message>
    <message>
        <source>the page on which the client answers</source>
        <translation>la página en la que responde el cliente</translation>
    </message>
    <message>
        <source>the client’s first name</source>
        <translation>el nombre de pila del cliente</translation>
    </message>
    <message>
        <source>the first resource site</source>
        <translation>el primer recurso</translation>
    </message>
    <message>
        <source>the resource site</source>
        <translation>el recurso</translation>
    </message>
    <message>
        <source>all resource sites, one a line</source>
        <translation>todos los recursos, uno por línea</translation>
    </message>
    <message>
        <source>the worker’s name</source>
        <translation>el nombre del trabajador</translation>
    </message>
    <message>
        <source>the page on which the client unsubscribes; added at the end where it is missing</source>
        <translation>la página en la que el cliente cancela la suscripción; si falta, se añade al final</translation>
    </message>
    <message>
        <source>The template is too long.</source>
        <translation>La plantilla es demasiado larga.</translation>
    </message>
    <message>
        <source>the neutral name</source>
        <translation>el nombre neutral</translation>
    </message>
</context>
<context>
    <name>Twilio</name>
    <message>
        <source>The text carrier has closed the agency&apos;s account. An administrator must act.</source>
        <translation>El proveedor de mensajes de texto cerró la cuenta de la agencia. Un administrador debe intervenir.</translation>
    </message>
    <message>
        <source>The text carrier asks to slow down.</source>
        <translation>El proveedor de mensajes de texto pide ir más despacio.</translation>
    </message>
    <message>
        <source>The text carrier does not accept the agency&apos;s account and key. An administrator must check them.</source>
        <translation>El proveedor de mensajes de texto no acepta la cuenta y la clave de la agencia. Un administrador debe revisarlas.</translation>
    </message>
    <message>
        <source>The text carrier does not know the agency&apos;s account. An administrator must check it.</source>
        <translation>El proveedor de mensajes de texto no conoce la cuenta de la agencia. Un administrador debe revisarla.</translation>
    </message>
    <message>
        <source>The text carrier is out of service for the moment.</source>
        <translation>El proveedor de mensajes de texto está fuera de servicio por el momento.</translation>
    </message>
    <message>
        <source>This phone number does not exist.</source>
        <translation>Este número de teléfono no existe.</translation>
    </message>
    <message>
        <source>This phone number can&apos;t be reached by the text carrier.</source>
        <translation>El proveedor de mensajes de texto no puede llegar a este número de teléfono.</translation>
    </message>
    <message>
        <source>This is a short number, which the text carrier does not text to.</source>
        <translation>Este es un número corto, al que el proveedor no envía mensajes de texto.</translation>
    </message>
    <message>
        <source>This phone number is the agency&apos;s own sending number.</source>
        <translation>Este número de teléfono es el propio número de envío de la agencia.</translation>
    </message>
    <message>
        <source>The agency&apos;s account may not text to this country. An administrator can allow it at the carrier.</source>
        <translation>La cuenta de la agencia no puede enviar mensajes de texto a este país. Un administrador puede permitirlo con el proveedor.</translation>
    </message>
    <message>
        <source>The text was empty.</source>
        <translation>El mensaje de texto estaba vacío.</translation>
    </message>
    <message>
        <source>The agency&apos;s sending number can&apos;t send texts. An administrator must check it.</source>
        <translation>El número de envío de la agencia no puede enviar mensajes de texto. Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The client has opted out of texts.</source>
        <translation>El cliente pidió no recibir mensajes de texto.</translation>
    </message>
    <message>
        <source>Too many texts are waiting at the carrier.</source>
        <translation>Demasiados mensajes de texto esperan con el proveedor.</translation>
    </message>
    <message>
        <source>The text carrier has no way to reach this phone number.</source>
        <translation>El proveedor de mensajes de texto no tiene cómo llegar a este número de teléfono.</translation>
    </message>
    <message>
        <source>This phone number can&apos;t take texts. It may be a landline.</source>
        <translation>Este número de teléfono no puede recibir mensajes de texto. Puede ser una línea fija.</translation>
    </message>
    <message>
        <source>The text was too long for the carrier.</source>
        <translation>El mensaje de texto era demasiado largo para el proveedor.</translation>
    </message>
    <message>
        <source>The agency has no sending number at the carrier. An administrator must check it.</source>
        <translation>La agencia no tiene un número de envío con el proveedor. Un administrador debe revisarlo.</translation>
    </message>
    <message>
        <source>The text carrier has suspended the agency&apos;s account. An administrator must act.</source>
        <translation>El proveedor de mensajes de texto suspendió la cuenta de la agencia. Un administrador debe intervenir.</translation>
    </message>
    <message>
        <source>The phone was off or out of reach.</source>
        <translation>El teléfono estaba apagado o fuera de alcance.</translation>
    </message>
    <message>
        <source>This phone number is not in service.</source>
        <translation>Este número de teléfono no está en servicio.</translation>
    </message>
    <message>
        <source>This phone number is a landline or can&apos;t take texts.</source>
        <translation>Este número de teléfono es una línea fija o no puede recibir mensajes de texto.</translation>
    </message>
    <message>
        <source>The client&apos;s phone company filtered the text out.</source>
        <translation>La compañía telefónica del cliente filtró el mensaje de texto.</translation>
    </message>
    <message>
        <source>The text did not arrive; the phone company did not say why.</source>
        <translation>El mensaje de texto no llegó; la compañía telefónica no dijo por qué.</translation>
    </message>
    <message>
        <source>The text was too large for the phone company.</source>
        <translation>El mensaje de texto era demasiado grande para la compañía telefónica.</translation>
    </message>
    <message>
        <source>The agency&apos;s toll-free number is not verified. An administrator must act.</source>
        <translation>El número gratuito de la agencia no está verificado. Un administrador debe intervenir.</translation>
    </message>
    <message>
        <source>The agency&apos;s number is not registered for texts in the USA. An administrator must act.</source>
        <translation>El número de la agencia no está registrado para mensajes de texto en EE. UU. Un administrador debe intervenir.</translation>
    </message>
    <message>
        <source>The text could not leave before the contact hours ended.</source>
        <translation>El mensaje de texto no pudo salir antes de que terminara el horario de contacto.</translation>
    </message>
    <message>
        <source>The text carrier could not reach the phone company.</source>
        <translation>El proveedor de mensajes de texto no pudo contactar a la compañía telefónica.</translation>
    </message>
    <message>
        <source>The text carrier has trouble of its own.</source>
        <translation>El proveedor de mensajes de texto tiene problemas propios.</translation>
    </message>
    <message>
        <source>The text carrier refused the text (its error %1).</source>
        <translation>El proveedor de mensajes de texto rechazó el mensaje (su error %1).</translation>
    </message>
    <message>
        <source>The text carrier can&apos;t use this server&apos;s public address. An administrator must check the server&apos;s settings.</source>
        <translation>El proveedor de mensajes de texto no puede usar la dirección pública de este servidor. Un administrador debe revisar la configuración del servidor.</translation>
    </message>
    <message>
        <source>The client has blocked texts from this number at the phone company.</source>
        <translation>El cliente ha bloqueado los textos de este número en su compañía telefónica.</translation>
    </message>
    <message>
        <source>The agency&apos;s number has sent its fill of texts for now.</source>
        <translation>El número de la agencia ya envió por ahora todos los mensajes de texto que puede.</translation>
    </message>
    <message>
        <source>The agency&apos;s number has sent its fill of texts for today.</source>
        <translation>El número de la agencia ya envió hoy todos los mensajes de texto que puede.</translation>
    </message>
    <message>
        <source>The text carrier could not deliver the text.</source>
        <translation>El proveedor no pudo entregar el mensaje de texto.</translation>
    </message>
</context>
<context>
    <name>UndoPlan</name>
    <message>
        <source>Only a worker’s own status or note can be undone.</source>
        <translation>Solo se puede deshacer un estado o una nota de un trabajador.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Esto ya se deshizo.</translation>
    </message>
    <message>
        <source>The status has changed since. Set it by hand instead.</source>
        <translation>El estado ha cambiado desde entonces. Póngalo a mano.</translation>
    </message>
    <message>
        <source>The status change was undone.</source>
        <translation>El cambio de estado se deshizo.</translation>
    </message>
    <message>
        <source>The note was withdrawn.</source>
        <translation>La nota se retiró.</translation>
    </message>
</context>
<context>
    <name>Wire</name>
    <message>
        <source>A message between Handrail programs can&apos;t be read: its field %1 is not as it should be.</source>
        <translation>Un mensaje entre programas de Handrail no se puede leer: su campo %1 no es como debería.</translation>
    </message>
    <message>
        <source>The other side sent nothing where a Handrail message was due.</source>
        <translation>El otro lado no envió nada donde se esperaba un mensaje de Handrail.</translation>
    </message>
    <message>
        <source>The other side sent more than a Handrail message may hold.</source>
        <translation>El otro lado envió más de lo que cabe en un mensaje de Handrail.</translation>
    </message>
    <message>
        <source>The other side sent something that is nested too deeply.</source>
        <translation>El otro lado envió algo con demasiados niveles.</translation>
    </message>
    <message>
        <source>The other side sent something that is not a whole Handrail message. Another program may be answering at this address.</source>
        <translation>El otro lado envió algo que no es un mensaje completo de Handrail. Puede que otro programa responda en esta dirección.</translation>
    </message>
</context>
<context>
    <name>Withdrawing</name>
    <message>
        <source>The client withdrew the consent.</source>
        <translation>El cliente retiró el consentimiento.</translation>
    </message>
    <message>
        <source>Emails may go to this address again.</source>
        <translation>Se pueden enviar correos a esta dirección de nuevo.</translation>
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
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Ayer, %1</translation>
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
    <message>
        <source>%1 read the message of %2 as: %3</source>
        <translation>%1 leyó el mensaje de %2 así: %3</translation>
    </message>
    <message>
        <source>%1 read the message of %2</source>
        <translation>%1 leyó el mensaje de %2</translation>
    </message>
    <message>
        <source>%1 merged the records of one and the same person</source>
        <translation>%1 unió los registros de una misma persona</translation>
    </message>
    <message>
        <source>%1 took a merge of two clients back</source>
        <translation>%1 deshizo la unión de dos clientes</translation>
    </message>
    <message>
        <source>%1 merged %2 into %3: one person</source>
        <translation>%1 fusionó a %2 con %3: una sola persona</translation>
    </message>
    <message>
        <source>%1 made %2 and %3 two clients again</source>
        <translation>%1 volvió a separar a %2 y %3 en dos clientes</translation>
    </message>
    <message>
        <source>%1 undid a status change - %2</source>
        <translation>%1 deshizo un cambio de estado - %2</translation>
    </message>
    <message>
        <source>%1 withdrew a note</source>
        <translation>%1 retiró una nota</translation>
    </message>
    <message>
        <source>the first text</source>
        <translation>el primer texto</translation>
    </message>
    <message>
        <source>the first email</source>
        <translation>el primer correo</translation>
    </message>
    <message>
        <source>the follow-up text</source>
        <translation>el texto de seguimiento</translation>
    </message>
    <message>
        <source>the follow-up email</source>
        <translation>el correo de seguimiento</translation>
    </message>
    <message>
        <source>by the link in %1 of %2</source>
        <translation>por el enlace de %1 del %2</translation>
    </message>
    <message>
        <source>in reply to %1 of %2</source>
        <translation>en respuesta a %1 del %2</translation>
    </message>
    <message>
        <source>%1 (rule %2)</source>
        <translation>%1 (regla %2)</translation>
    </message>
    <message>
        <source>%1 canceled the email</source>
        <translation>%1 canceló el correo</translation>
    </message>
    <message>
        <source>%1 canceled the text</source>
        <translation>%1 canceló el mensaje de texto</translation>
    </message>
    <message>
        <source>%1 could not be canceled any more: when this desk came online again, it %2 already</source>
        <translation>%1 ya no se pudo cancelar: cuando este equipo volvió a conectarse, ya %2</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamita</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>filipino</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>Haitian</source>
        <translation>criollo haitiano</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>ruso</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>somalí</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>suajili</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ucraniano</translation>
    </message>
    <message>
        <source>%1 shared it with %2 by text and email, with consent. Follow-up on %3.</source>
        <translation>%1 compartió la derivación con %2 por texto y correo, con consentimiento. Seguimiento el %3.</translation>
    </message>
    <message>
        <source>%1 shared it with %2 by text, with consent. Follow-up on %3.</source>
        <translation>%1 compartió la derivación con %2 por texto, con consentimiento. Seguimiento el %3.</translation>
    </message>
    <message>
        <source>%1 shared it with %2 by email, with consent. Follow-up on %3.</source>
        <translation>%1 compartió la derivación con %2 por correo, con consentimiento. Seguimiento el %3.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No longer interested</source>
        <translation>Ya no le interesa</translation>
    </message>
</context>
<context>
    <name>handrail</name>
    <message>
        <source>The mail server refused this email (its answer %1).</source>
        <translation>El servidor de correo rechazó este correo (su respuesta %1).</translation>
    </message>
    <message>
        <source>The mail server did not say whether it took the email.</source>
        <translation>El servidor de correo no dijo si aceptó el correo.</translation>
    </message>
    <message>
        <source>The text carrier did not say whether it took the text.</source>
        <translation>El proveedor de mensajes de texto no dijo si aceptó el mensaje.</translation>
    </message>
    <message>
        <source>The text carrier&apos;s list goes on at an address that can&apos;t be right.</source>
        <translation>La lista del proveedor de mensajes de texto sigue en una dirección que no puede ser correcta.</translation>
    </message>
    <message>
        <source>The mail server asks to try later.</source>
        <translation>El servidor de correo pide intentarlo más tarde.</translation>
    </message>
    <message>
        <source>The mail server asks to try later: %1</source>
        <translation>El servidor de correo pide intentarlo más tarde: %1</translation>
    </message>
    <message>
        <source>The mail server can&apos;t be reached.</source>
        <translation>No se puede contactar al servidor de correo.</translation>
    </message>
</context>
<context>
    <name>handrail::TwilioTexts</name>
    <message>
        <source>The text carrier can&apos;t be reached.</source>
        <translation>No se puede contactar al proveedor de mensajes de texto.</translation>
    </message>
    <message>
        <source>The text carrier did not give its list of texts.</source>
        <translation>El proveedor no entregó su lista de mensajes de texto.</translation>
    </message>
    <message>
        <source>The text carrier&apos;s list of texts does not end.</source>
        <translation>La lista de mensajes de texto del proveedor no termina.</translation>
    </message>
</context>
<context>
    <name>handrail::composition::AgentProcess</name>
    <message>
        <source>The program handrail-agent can&apos;t be started, so nothing is sent or received. Install Handrail again; your work on this computer is kept.</source>
        <translation>No se puede iniciar el programa handrail-agent, así que no se envía ni se recibe nada. Instale Handrail otra vez; su trabajo en este equipo se conserva.</translation>
    </message>
    <message>
        <source>The background agent ends again as soon as it is started, so nothing is sent or received. Unlock the keychain or sign in again; your work on this computer is kept.</source>
        <translation>El agente en segundo plano se cierra nada más iniciarse, así que no se envía ni se recibe nada. Desbloquee el llavero o inicie sesión otra vez; su trabajo en este equipo se conserva.</translation>
    </message>
</context>
<context>
    <name>handrail::composition::BrowserSignIn</name>
    <message>
        <source>You can close this page and go back to Handrail.</source>
        <translation>Puede cerrar esta página y volver a Handrail.</translation>
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
    <message>
        <source>Sign In Again</source>
        <translation>Iniciar sesión otra vez</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time. Sign in again.</source>
        <translation>Nadie volvió del navegador a tiempo. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>Signing in was canceled in the browser.</source>
        <translation>El inicio de sesión se canceló en el navegador.</translation>
    </message>
    <message>
        <source>The browser could not be opened for signing in.</source>
        <translation>No se pudo abrir el navegador para iniciar sesión.</translation>
    </message>
    <message>
        <source>Use a Passphrase Instead…</source>
        <translation>Usar una frase de contraseña…</translation>
    </message>
</context>
<context>
    <name>handrail::server</name>
    <message>
        <source>This server is not joined to an organisation’s accounts: without passwords nobody could sign in.</source>
        <translation>Este servidor no está unido a las cuentas de una organización: sin contraseñas nadie podría iniciar sesión.</translation>
    </message>
    <message>
        <source>Sign in with your organisation’s account once yourself first, so that you know that it works. Then passwords can be turned off.</source>
        <translation>Primero inicie sesión usted una vez con la cuenta de su organización, para saber que funciona. Después se pueden desactivar las contraseñas.</translation>
    </message>
    <message>
        <source>Your organisation’s sign-in does not answer the Handrail server. Try again in a few minutes, or sign in with your password.</source>
        <translation>El inicio de sesión de su organización no responde al servidor de Handrail. Inténtelo de nuevo en unos minutos o inicie sesión con su contraseña.</translation>
    </message>
    <message>
        <source>Your organisation’s sign-in did not confirm this. Start again.</source>
        <translation>El inicio de sesión de su organización no lo confirmó. Empiece de nuevo.</translation>
    </message>
    <message>
        <source>This sign-in took too long, or was used already. Start again.</source>
        <translation>Este inicio de sesión tardó demasiado o ya se usó. Empiece de nuevo.</translation>
    </message>
    <message>
        <source>Your organisation knows you, but Handrail has no user for you, or it is disabled. Ask your administrator.</source>
        <translation>Su organización lo conoce, pero Handrail no tiene un usuario para usted o está desactivado. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The device asked for a sign-in that the server can’t begin. Update it.</source>
        <translation>El dispositivo pidió un inicio de sesión que el servidor no puede empezar. Actualícelo.</translation>
    </message>
    <message>
        <source>This sign-in took too long, or had too many wrong codes. Start again.</source>
        <translation>Este inicio de sesión tardó demasiado o tuvo demasiados códigos incorrectos. Empiece de nuevo.</translation>
    </message>
    <message>
        <source>Another user is signed in on this device. Start Handrail with a profile of your own (--profile).</source>
        <translation>Otro usuario tiene la sesión iniciada en este dispositivo. Abra Handrail con un perfil propio (--profile).</translation>
    </message>
    <message>
        <source>Signing in takes a code of your authenticator app, which this Handrail does not know. Update it.</source>
        <translation>Para iniciar sesión hace falta un código de su aplicación de autenticación, que esta versión de Handrail no conoce. Actualícela.</translation>
    </message>
    <message>
        <source>Your agency signs in with its organisation’s account. Press “Sign in with your organisation”.</source>
        <translation>Su agencia inicia sesión con la cuenta de su organización. Pulse «Iniciar sesión con su organización».</translation>
    </message>
    <message>
        <source>Too many wrong codes. Wait an hour and try again, or ask your administrator to reset your second factor.</source>
        <translation>Demasiados códigos incorrectos. Espere una hora e inténtelo de nuevo, o pida a su administrador que restablezca su segundo factor.</translation>
    </message>
    <message>
        <source>The code is wrong, too old, or was used already. Wait for the next one.</source>
        <translation>El código es incorrecto, demasiado antiguo o ya se usó. Espere el siguiente.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Solo un administrador puede hacer esto.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>La contraseña no es correcta.</translation>
    </message>
    <message>
        <source>This is not the code that the app shows now. Check the clock of the phone, and type the next one.</source>
        <translation>Este no es el código que la aplicación muestra ahora. Revise la hora del teléfono y escriba el siguiente.</translation>
    </message>
    <message>
        <source>Your agency asks everybody for a second factor, so it stays on.</source>
        <translation>Su agencia pide un segundo factor a todas las personas, así que sigue activado.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Ese usuario no existe.</translation>
    </message>
    <message>
        <source>Turn your own second factor off in Settings, with a code of it.</source>
        <translation>Desactive su propio segundo factor en Configuración, con uno de sus códigos.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Ese mensaje no existe.</translation>
    </message>
    <message>
        <source>A worker decided to send it again.</source>
        <translation>Una persona decidió enviarlo de nuevo.</translation>
    </message>
    <message>
        <source>A worker decided not to send it.</source>
        <translation>Una persona decidió no enviarlo.</translation>
    </message>
    <message>
        <source>The message that was written is empty. Check its template.</source>
        <translation>El mensaje escrito está vacío. Revise su plantilla.</translation>
    </message>
    <message>
        <source>The text that was written is longer than 1,600 characters. Check its template.</source>
        <translation>El mensaje de texto escrito tiene más de 1,600 caracteres. Revise su plantilla.</translation>
    </message>
    <message>
        <source>The email that was written is too long. Check its template.</source>
        <translation>El correo escrito es demasiado largo. Revise su plantilla.</translation>
    </message>
    <message>
        <source>The message that was written lacks its link. Check its template.</source>
        <translation>Al mensaje escrito le falta su enlace. Revise su plantilla.</translation>
    </message>
    <message>
        <source>This device is not signed in any more. Sign in again; nothing is lost.</source>
        <translation>Este dispositivo ya no tiene la sesión iniciada. Inicie sesión de nuevo; no se pierde nada.</translation>
    </message>
    <message>
        <source>Email or password is wrong.</source>
        <translation>El correo o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>A password needs at least %1 characters.</source>
        <translation>Una contraseña necesita al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>There is a user with that email already.</source>
        <translation>Ya hay un usuario con ese correo.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>No hay nada en esta dirección.</translation>
    </message>
    <message>
        <source>This address does not know that method.</source>
        <translation>Esta dirección no conoce ese método.</translation>
    </message>
    <message>
        <source>The server could not answer; the trouble was written to its log.</source>
        <translation>El servidor no pudo responder; el problema quedó escrito en su registro.</translation>
    </message>
    <message>
        <source>The old password is not right.</source>
        <translation>La contraseña anterior no es correcta.</translation>
    </message>
    <message>
        <source>The new password is the same as the old one.</source>
        <translation>La contraseña nueva es igual a la anterior.</translation>
    </message>
    <message>
        <source>There is no team %1; `team list` shows them.</source>
        <translation>No existe el equipo %1; `team list` los muestra.</translation>
    </message>
    <message>
        <source>A team needs a name of 1 to 80 characters.</source>
        <translation>Un equipo necesita un nombre de 1 a 80 caracteres.</translation>
    </message>
    <message>
        <source>There is a team of that name already.</source>
        <translation>Ya existe un equipo con ese nombre.</translation>
    </message>
    <message>
        <source>%1 of those who sign in belong to this team. Give them another team first.</source>
        <translation>%1 de las personas que inician sesión pertenecen a este equipo. Primero asígneles otro equipo.</translation>
    </message>
    <message>
        <source>This is the agency&apos;s last administrator. Make somebody else an administrator first.</source>
        <translation>Es la última persona administradora de la agencia. Primero nombre a otra.</translation>
    </message>
    <message>
        <source>A person needs a name of 1 to 200 characters.</source>
        <translation>Una persona necesita un nombre de 1 a 200 caracteres.</translation>
    </message>
    <message>
        <source>You can&apos;t disable your own account. Ask another administrator.</source>
        <translation>No puede desactivar su propia cuenta. Pídaselo a otra persona administradora.</translation>
    </message>
    <message>
        <source>There is no user %1 in this agency.</source>
        <translation>No existe el usuario %1 en esta agencia.</translation>
    </message>
    <message>
        <source>There is no such user in this agency.</source>
        <translation>No existe ese usuario en esta agencia.</translation>
    </message>
    <message>
        <source>A new person needs a name and an email.</source>
        <translation>Una persona nueva necesita un nombre y un correo.</translation>
    </message>
    <message>
        <source>Change your own password under Settings, Account.</source>
        <translation>Cambie su propia contraseña en Configuración, Cuenta.</translation>
    </message>
    <message>
        <source>There is no such client.</source>
        <translation>No existe ese cliente.</translation>
    </message>
    <message>
        <source>These are other clients than the list showed. Look at the list again; nothing was erased.</source>
        <translation>Estos clientes no son los que mostraba la lista. Revise la lista de nuevo; no se borró nada.</translation>
    </message>
    <message>
        <source>The query&apos;s %1 must be a number from %2 to %3.</source>
        <translation>El valor %1 de la consulta debe ser un número de %2 a %3.</translation>
    </message>
    <message>
        <source>The server slept just before it handed this message to the carrier. It is tried again.</source>
        <translation>El servidor estuvo suspendido justo antes de entregar este mensaje al operador. Se intenta de nuevo.</translation>
    </message>
</context>
<context>
    <name>handrail::server::Gateway</name>
    <message>
        <source>The server stopped while it handed this message to the carrier.</source>
        <translation>El servidor se detuvo mientras entregaba este mensaje al proveedor.</translation>
    </message>
    <message>
        <source>The text carrier does not say whether it took this text, and does not list it. Sending it again could reach the client twice: decide whether to.</source>
        <translation>El proveedor de mensajes de texto no dice si aceptó este mensaje, y no lo tiene en su lista. Si se envía de nuevo, podría llegarle dos veces al cliente: decida si enviarlo.</translation>
    </message>
    <message>
        <source>The mail server did not say whether it took this email. Sending it again could reach the client twice: decide whether to.</source>
        <translation>El servidor de correo no dijo si aceptó este correo. Si se envía de nuevo, podría llegarle dos veces al cliente: decida si enviarlo.</translation>
    </message>
    <message>
        <source>The agency has no number or carrier to send texts with. An administrator must set it up.</source>
        <translation>La agencia no tiene número ni proveedor para enviar mensajes de texto. Un administrador debe configurarlo.</translation>
    </message>
    <message>
        <source>The agency has no address or server to send email with. An administrator must set it up.</source>
        <translation>La agencia no tiene dirección ni servidor para enviar correos. Un administrador debe configurarlo.</translation>
    </message>
    <message>
        <source>This message could not be written.</source>
        <translation>Este mensaje no se pudo escribir.</translation>
    </message>
    <message>
        <source>Only a person can decide about a message.</source>
        <translation>Solo una persona puede decidir sobre un mensaje.</translation>
    </message>
    <message>
        <source>This message does not wait for a decision any more.</source>
        <translation>Este mensaje ya no espera una decisión.</translation>
    </message>
</context>
<context>
    <name>handrail::server::directory::Fetcher</name>
    <message>
        <source>The directory has %1 pages, more than the %2 that are fetched.</source>
        <translation>El directorio tiene %1 páginas, más de las %2 que se descargan.</translation>
    </message>
    <message>
        <source>Page %1 of the directory is no page of an HSDS API.</source>
        <translation>La página %1 del directorio no es una página de una API de HSDS.</translation>
    </message>
    <message>
        <source>The directory&apos;s server sends on to an address without https.</source>
        <translation>El servidor del directorio reenvía a una dirección sin https.</translation>
    </message>
    <message>
        <source>The directory&apos;s server sends on more than %1 times.</source>
        <translation>El servidor del directorio reenvía más de %1 veces.</translation>
    </message>
    <message>
        <source>The server was stopped while it fetched.</source>
        <translation>El servidor se detuvo mientras descargaba.</translation>
    </message>
    <message>
        <source>The directory&apos;s server is too slow: it did not give everything within %1 minutes.</source>
        <translation>El servidor del directorio es demasiado lento: no entregó todo en %1 minutos.</translation>
    </message>
    <message>
        <source>The directory&apos;s server can&apos;t be reached: %1</source>
        <translation>No se puede acceder al servidor del directorio: %1</translation>
    </message>
    <message>
        <source>The directory&apos;s server answered %1.</source>
        <translation>El servidor del directorio respondió %1.</translation>
    </message>
    <message>
        <source>The directory could not be kept while it was fetched: %1</source>
        <translation>No se pudo guardar el directorio mientras se descargaba: %1</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AboutDialog</name>
    <message>
        <source>About Handrail</source>
        <translation>Acerca de Handrail</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Versión %1, con Qt %2</translation>
    </message>
    <message>
        <source>Closes the loop on social-care referrals. Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Cierra el ciclo de las derivaciones de atención social. Software libre bajo la Licencia Pública General GNU, versión 3 o posterior; viene sin garantía alguna.</translation>
    </message>
    <message>
        <source>Licences of what Handrail stands on</source>
        <translation>Licencias de aquello en que se apoya Handrail</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AccountSection</name>
    <message>
        <source>%1 is signed out.</source>
        <translation>Se cerró la sesión de %1.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Your other devices are signed out and ask for the new password. This one goes on.</source>
        <translation>Se cierra la sesión en sus otros dispositivos, que pedirán la contraseña nueva. Este sigue como está.</translation>
    </message>
    <message>
        <source>Old Password</source>
        <translation>Contraseña anterior</translation>
    </message>
    <message>
        <source>New Password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New Password Again</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>Change Password</source>
        <translation>Cambiar contraseña</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>Sign Out…</source>
        <translation>Cerrar sesión…</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Enter the password that you have now.</source>
        <translation>Escriba la contraseña que tiene ahora.</translation>
    </message>
    <message>
        <source>A password needs at least %1 characters.</source>
        <translation>Una contraseña necesita al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Las dos contraseñas nuevas no son iguales.</translation>
    </message>
    <message>
        <source>The password is changed. Your other devices are signed out.</source>
        <translation>La contraseña se cambió. Se cerró la sesión en sus otros dispositivos.</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out on this computer?</source>
        <translation>¿Cerrar la sesión en esta computadora?</translation>
    </message>
    <message>
        <source>Keep the data where you will sign in here again: it stays encrypted, and opens with your next sign-in. Wipe it where the computer goes to somebody else: clients and referrals are removed from this computer; the server keeps everything that was sent to it.</source>
        <translation>Conserve los datos si volverá a iniciar sesión aquí: quedan cifrados y se abren cuando inicie sesión la próxima vez. Bórrelos si la computadora pasa a otra persona: los clientes y las derivaciones se eliminan de esta computadora; el servidor conserva todo lo que se le envió.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not reached the server yet. Wiping loses them for good.</source>
        <translation>
            <numerusform>%n cambio aún no ha llegado al servidor. Si borra los datos, se pierde para siempre.</numerusform>
            <numerusform>%n cambios aún no han llegado al servidor. Si borra los datos, se pierden para siempre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign Out, Keep the Data</source>
        <translation>Cerrar sesión y conservar los datos</translation>
    </message>
    <message>
        <source>Sign Out and Wipe</source>
        <translation>Cerrar sesión y borrar</translation>
    </message>
    <message>
        <source>Stay Signed In</source>
        <translation>Seguir con la sesión</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Cerrando sesión…</translation>
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
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>Clients’ messages</source>
        <translation>Mensajes de clientes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Mark All as Seen</source>
        <translation>Marcar todo como visto</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Mensajes enviados</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Nothing fits these filters.</source>
        <translation>Nada corresponde a estos filtros.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Only new</source>
        <translation>Solo lo nuevo</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Bajas</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Show Everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Status changes</source>
        <translation>Cambios de estado</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who Did It</source>
        <translation>Quién lo hizo</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AgencySection</name>
    <message>
        <source>Agency</source>
        <translation>Agencia</translation>
    </message>
    <message>
        <source>How your program appears in messages, and when they go out. All desks of your agency share it.</source>
        <translation>Cómo aparece su programa en los mensajes y cuándo salen. Vale para todas las computadoras de su agencia.</translation>
    </message>
    <message>
        <source>Program Name</source>
        <translation>Nombre del programa</translation>
    </message>
    <message>
        <source>Sending Number (texts)</source>
        <translation>Número de envío (textos)</translation>
    </message>
    <message>
        <source>Sending Address (emails)</source>
        <translation>Dirección de envío (correos)</translation>
    </message>
    <message>
        <source>The number must belong to your carrier’s account and the address to your mail server: ask who runs your server before you change them.</source>
        <translation>El número debe ser de la cuenta de su operador y la dirección, de su servidor de correo: consulte a quien administra su servidor antes de cambiarlos.</translation>
    </message>
    <message>
        <source>Time Zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Messages from</source>
        <translation>Mensajes desde</translation>
    </message>
    <message>
        <source>Messages until</source>
        <translation>Mensajes hasta</translation>
    </message>
    <message>
        <source>Hours in which follow-ups go out, by the client’s clock</source>
        <translation>Horario en que salen los seguimientos, según el reloj del cliente</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Messages in English</source>
        <translation>Mensajes en inglés</translation>
    </message>
    <message>
        <source>Messages in Spanish</source>
        <translation>Mensajes en español</translation>
    </message>
    <message>
        <source>Languages in which clients get messages</source>
        <translation>Idiomas en que los clientes reciben mensajes</translation>
    </message>
    <message>
        <source>Language for everybody else</source>
        <translation>Idioma para los demás</translation>
    </message>
    <message>
        <source>Every desk, and the agent beside the server</source>
        <translation>Todas las computadoras y el agente junto al servidor</translation>
    </message>
    <message>
        <source>Only the agent beside the server</source>
        <translation>Solo el agente junto al servidor</translation>
    </message>
    <message>
        <source>Who sends messages</source>
        <translation>Quién envía los mensajes</translation>
    </message>
    <message>
        <source>Send an uncertain message again by itself after</source>
        <translation>Volver a enviar solo un mensaje incierto después de</translation>
    </message>
    <message>
        <source>Send again by itself</source>
        <translation>Volver a enviar solo</translation>
    </message>
    <message>
        <source>Hours until it is sent again</source>
        <translation>Horas hasta volver a enviarlo</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>Uncertain: the carrier does not know what became of it. A client may then get a message twice; left off, a worker decides about each such message.</source>
        <translation>Incierto: el operador no sabe qué fue de él. Entonces un cliente puede recibir un mensaje dos veces; si no lo activa, un trabajador decide sobre cada uno de esos mensajes.</translation>
    </message>
    <message>
        <source>The agency’s settings have not come from the server yet.</source>
        <translation>La configuración de la agencia aún no ha llegado del servidor.</translation>
    </message>
    <message>
        <source>Only an administrator can change these settings.</source>
        <translation>Solo un administrador puede cambiar esta configuración.</translation>
    </message>
    <message>
        <source>Saved. All desks of your agency get it with their next sync.</source>
        <translation>Guardado. Todas las computadoras de su agencia lo reciben con la próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AgentSection</name>
    <message>
        <source>Background agent</source>
        <translation>Agente en segundo plano</translation>
    </message>
    <message>
        <source>A small program that sends and receives while no window is open, so that follow-ups go out and answers come in.</source>
        <translation>Un pequeño programa que envía y recibe mientras no hay ninguna ventana abierta, para que salgan los seguimientos y lleguen las respuestas.</translation>
    </message>
    <message>
        <source>Start the agent when I sign in to this computer</source>
        <translation>Iniciar el agente al entrar en esta computadora</translation>
    </message>
    <message>
        <source>Left off, this computer sends only after you opened Handrail; other desks and the agent beside the server go on.</source>
        <translation>Si no lo activa, esta computadora envía solo después de que usted abra Handrail; las demás computadoras y el agente junto al servidor siguen.</translation>
    </message>
    <message>
        <source>The agent is at work.</source>
        <translation>El agente está trabajando.</translation>
    </message>
    <message>
        <source>The agent starts when you sign in to this computer.</source>
        <translation>El agente se inicia cuando usted inicia sesión en esta computadora.</translation>
    </message>
    <message>
        <source>The agent does not start by itself any more.</source>
        <translation>El agente ya no se inicia solo.</translation>
    </message>
    <message>
        <source>Your organization has fixed whether the agent starts.</source>
        <translation>Su organización ha fijado si el agente se inicia.</translation>
    </message>
    <message>
        <source>Your organization has fixed that this computer sends no messages: other desks, or the agent beside the server, send them.</source>
        <translation>Su organización ha fijado que este equipo no envía mensajes: los envían otros equipos o el agente junto al servidor.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AnswerWatch</name>
    <message>
        <source>A client answered</source>
        <translation>Un cliente respondió</translation>
    </message>
    <message>
        <source>A client wrote</source>
        <translation>Un cliente escribió</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>For this computer only. What you choose is applied at once.</source>
        <translation>Solo para esta computadora. Lo que elija se aplica enseguida.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Size of Text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language of Handrail</source>
        <translation>Idioma de Handrail</translation>
    </message>
    <message>
        <source>Clients get their messages in their own language, whatever you choose here.</source>
        <translation>Los clientes reciben sus mensajes en su propio idioma, elija lo que elija aquí.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ArrivingBar</name>
    <message>
        <source>Clients that have come to this computer</source>
        <translation>Clientes que ya llegaron a esta computadora</translation>
    </message>
    <message>
        <source>Your clients are coming to this computer</source>
        <translation>Sus clientes están llegando a esta computadora</translation>
    </message>
    <message>
        <source>%1 of %2 are here. You can begin to work with them; the others follow. If the connection breaks, it goes on where it was.</source>
        <translation>Ya están %1 de %2. Puede empezar a trabajar con ellos; los demás siguen. Si se corta la conexión, continúa donde quedó.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AssignDialog</name>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Assign Client</source>
        <translation>Asignar cliente</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Whose client is %1?</source>
        <translation>¿De quién es cliente %1?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Ningún equipo</translation>
    </message>
    <message>
        <source>%1 will not be your client any more: their profile, referrals and messages leave this computer once your changes are sent. Only who takes over, a supervisor of theirs or an administrator can give them back.</source>
        <translation>%1 dejará de ser su cliente: su perfil, sus derivaciones y sus mensajes saldrán de esta computadora cuando se envíen sus cambios. Solo quien lo atienda desde entonces, su supervisor o un administrador se lo puede devolver.</translation>
    </message>
    <message>
        <source>Everybody in your agency sees a client who has neither worker nor team.</source>
        <translation>Un cliente sin trabajador ni equipo lo ven todas las personas de su agencia.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AuditModel</name>
    <message>
        <source>The server’s command line</source>
        <translation>La línea de comandos del servidor</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>El servidor</translation>
    </message>
    <message>
        <source>A client</source>
        <translation>Un cliente</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>sobre %1</translation>
    </message>
    <message>
        <source>Somebody unknown</source>
        <translation>Alguien desconocido</translation>
    </message>
</context>
<context>
    <name>handrail::ui::AuditSection</name>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Who signed in, changed people or settings, exported or erased, and when. Nobody can change it.</source>
        <translation>Quién inició sesión, cambió personas o la configuración, exportó o borró, y cuándo. Nadie puede cambiarlo.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Últimos 365 días</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Desde el principio</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Entries of the audit</source>
        <translation>Entradas de la auditoría</translation>
    </message>
    <message>
        <source>Only an administrator can read the audit.</source>
        <translation>Solo una persona administradora puede leer la auditoría.</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquier persona</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>The audit can’t be read now</source>
        <translation>La auditoría no se puede leer ahora</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation>Nada en este período</translation>
    </message>
    <message>
        <source>Choose a longer period or another person.</source>
        <translation>Elija un período más largo u otra persona.</translation>
    </message>
    <message>
        <source>Save the Audit</source>
        <translation>Guardar la auditoría</translation>
    </message>
    <message>
        <source>audit.csv</source>
        <translation>auditoria.csv</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Hoja de cálculo (*.csv)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Hora (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>The audit is saved.</source>
        <translation>La auditoría está guardada.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::BasketDock</name>
    <message>
        <source>Basket</source>
        <translation>Cesta</translation>
    </message>
    <message>
        <source>The order decides the day of each follow-up. Drag rows, or press Alt+Up and Alt+Down.</source>
        <translation>El orden decide el día de cada seguimiento. Arrastre las filas o presione Alt+Arriba y Alt+Abajo.</translation>
    </message>
    <message>
        <source>Keep the Basket on Every Page</source>
        <translation>Mantener la cesta en todas las páginas</translation>
    </message>
    <message>
        <source>Basket as a Window of Its Own</source>
        <translation>Cesta en su propia ventana</translation>
    </message>
    <message>
        <source>Hide the Basket (Ctrl+B)</source>
        <translation>Ocultar la cesta (Ctrl+B)</translation>
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
        <source>Printed Sheet…</source>
        <translation>Hoja impresa…</translation>
    </message>
    <message>
        <source>For a client without a phone</source>
        <translation>Para un cliente sin teléfono</translation>
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
        <translation>Primero elija un cliente</translation>
    </message>
    <message>
        <source>A basket belongs to one client. Select whom you are working with.</source>
        <translation>Una cesta es de un solo cliente. Seleccione con quién trabaja.</translation>
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
        <source>Press Enter on a resource of the directory, or drag it here.</source>
        <translation>Presione Intro en un recurso del directorio o arrástrelo hasta aquí.</translation>
    </message>
    <message>
        <source>Find Resources</source>
        <translation>Buscar recursos</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Se quitó %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>handrail::ui::BasketModel</name>
    <message>
        <source>A resource that left the directory</source>
        <translation>Un recurso que salió del directorio</translation>
    </message>
    <message>
        <source>Has an open referral to it already</source>
        <translation>Ya tiene una derivación abierta a este recurso</translation>
    </message>
    <message>
        <source>Asked on %1</source>
        <translation>Se preguntará el %1</translation>
    </message>
    <message>
        <source>Asked on %1. Has an open referral to it already</source>
        <translation>Se preguntará el %1. Ya tiene una derivación abierta a este recurso</translation>
    </message>
</context>
<context>
    <name>handrail::ui::BulkCard</name>
    <message>
        <source>Change Status</source>
        <translation>Cambiar estado</translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation>Agregar nota</translation>
    </message>
    <message>
        <source>Assign Worker</source>
        <translation>Asignar trabajador</translation>
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
        <source>Status for all</source>
        <translation>Estado para todas</translation>
    </message>
    <message>
        <source>Reason for all</source>
        <translation>Motivo para todas</translation>
    </message>
    <message>
        <source>Reason (if there is one)</source>
        <translation>Motivo (si lo hay)</translation>
    </message>
    <message>
        <source>Note on all</source>
        <translation>Nota en todas</translation>
    </message>
    <message>
        <source>Write a note, or drop a text file</source>
        <translation>Escriba una nota, o suelte un archivo de texto</translation>
    </message>
    <message>
        <source>Worker of their clients</source>
        <translation>Trabajador de sus clientes</translation>
    </message>
    <message>
        <source>Clear Selection</source>
        <translation>Quitar selección</translation>
    </message>
    <message>
        <source>A note holds %L1 characters; the rest was cut off.</source>
        <translation>Una nota admite %L1 caracteres; el resto se cortó.</translation>
    </message>
    <message>
        <source>Choose a worker</source>
        <translation>Elija un trabajador</translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) selected</source>
        <translation>
            <numerusform>%n derivación seleccionada</numerusform>
            <numerusform>%n derivaciones seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>A note for several referrals</source>
        <translation>Una nota para varias derivaciones</translation>
    </message>
    <message>
        <source>Text File…</source>
        <translation>Archivo de texto…</translation>
    </message>
    <message>
        <source>Takes the text of a file into the note</source>
        <translation>Lleva el texto de un archivo a la nota</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ChartCard</name>
    <message>
        <source>What does this number mean?</source>
        <translation>¿Qué significa este número?</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Gráfica: %1</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientConsents</name>
    <message>
        <source>Withdraw Consent…</source>
        <translation>Retirar consentimiento…</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>This list can’t be read</source>
        <translation>Esta lista no se puede leer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>No consent yet</source>
        <translation>Todavía no hay consentimientos</translation>
    </message>
    <message>
        <source>Consent is recorded when a referral is shared: who agreed to what, when, and in which words. Share a referral to ask for it.</source>
        <translation>El consentimiento se registra al compartir una derivación: quién aceptó qué, cuándo y con qué palabras. Comparta una derivación para pedirlo.</translation>
    </message>
    <message>
        <source>Choose a consent to read its words.</source>
        <translation>Elija un consentimiento para leer sus palabras.</translation>
    </message>
    <message>
        <source>%1 agreed to: %2</source>
        <translation>%1, aceptó: %2</translation>
    </message>
    <message>
        <source>Recorded by %1, in these words (%2): “%3”</source>
        <translation>Registrado por %1, con estas palabras (%2): “%3”</translation>
    </message>
    <message>
        <source>Withdrawn %1.</source>
        <translation>Retirado: %1.</translation>
    </message>
    <message>
        <source>Withdrawn %1: %2</source>
        <translation>Retirado, %1: %2</translation>
    </message>
    <message>
        <source>Withdraw Consent</source>
        <translation>Retirar consentimiento</translation>
    </message>
    <message>
        <source>Messages of this share that have not gone out are canceled. This can’t be undone; to share again, ask the client again.</source>
        <translation>Los mensajes de este envío que no han salido se cancelan. Esto no se puede deshacer; para volver a compartir, pregunte de nuevo al cliente.</translation>
    </message>
    <message>
        <source>What did the client say? (if you want to keep it)</source>
        <translation>¿Qué dijo el cliente? (si desea guardarlo)</translation>
    </message>
    <message>
        <source>The consent is withdrawn.</source>
        <translation>El consentimiento quedó retirado.</translation>
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
    <message>
        <source>%1 is here already. %2.</source>
        <translation>%1 ya está aquí. %2.</translation>
    </message>
    <message>
        <source>Is it %1, who is here already? %2.</source>
        <translation>¿Es %1, que ya está aquí? %2.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir a %1</translation>
    </message>
    <message>
        <source>Time zone guessed from the number. Change it if the client lives elsewhere.</source>
        <translation>Zona horaria deducida del número. Cámbiela si el cliente vive en otro lugar.</translation>
    </message>
    <message>
        <source>This is what you typed and did not save (%1). Cancel throws it away.</source>
        <translation>Esto es lo que escribió y no guardó (%1). Cancelar lo descarta.</translation>
    </message>
    <message>
        <source>Changes to %1</source>
        <translation>Cambios en %1</translation>
    </message>
    <message>
        <source>A new client</source>
        <translation>Un cliente nuevo</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientFilters</name>
    <message>
        <source>Open referrals</source>
        <translation>Derivaciones abiertas</translation>
    </message>
    <message>
        <source>Whose Clients</source>
        <translation>Clientes de quién</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Only clients with a referral that is neither completed nor canceled</source>
        <translation>Solo clientes con una derivación que no esté completada ni cancelada</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>My clients</source>
        <translation>Mis clientes</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>My team’s clients</source>
        <translation>Clientes de mi equipo</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientOverview</name>
    <message>
        <source>the client texted so</source>
        <translation>el cliente lo pidió por mensaje de texto</translation>
    </message>
    <message>
        <source>the carrier said so</source>
        <translation>lo indicó el operador</translation>
    </message>
    <message>
        <source>by the unsubscribe link of an email</source>
        <translation>por el enlace de baja de un correo</translation>
    </message>
    <message>
        <source>a worker recorded it</source>
        <translation>lo registró un trabajador</translation>
    </message>
    <message>
        <source>Opted out of texts since %1: %2</source>
        <translation>Sin mensajes de texto desde el %1: %2</translation>
    </message>
    <message>
        <source>Unsubscribed from emails since %1: %2</source>
        <translation>Dado de baja de los correos desde el %1: %2</translation>
    </message>
    <message>
        <source>Phones and Emails</source>
        <translation>Teléfonos y correos</translation>
    </message>
    <message>
        <source>None yet. Press «Edit Client» to add one, so that referrals can be shared.</source>
        <translation>Todavía no hay. Pulse «Editar cliente» para agregar uno y poder compartir derivaciones.</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>principal</translation>
    </message>
    <message>
        <source>may be texted</source>
        <translation>puede recibir mensajes de texto</translation>
    </message>
    <message>
        <source>no texts</source>
        <translation>sin mensajes de texto</translation>
    </message>
    <message>
        <source>Record Opt-Out…</source>
        <translation>Registrar baja…</translation>
    </message>
    <message>
        <source>Record Opt-Out of %1</source>
        <translation>Registrar baja de %1</translation>
    </message>
    <message>
        <source>The client said that this number wants no more texts</source>
        <translation>El cliente dijo que este número no quiere más mensajes de texto</translation>
    </message>
    <message>
        <source>The client said that this address wants no more emails</source>
        <translation>El cliente dijo que esta dirección no quiere más correos</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>the agency’s</source>
        <translation>la de la agencia</translation>
    </message>
    <message>
        <source>Time Zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>%1, guessed from the number</source>
        <translation>%1, deducida del número</translation>
    </message>
    <message>
        <source>Date of Birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>Also Known As</source>
        <translation>También conocido como</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>nobody is assigned</source>
        <translation>nadie asignado</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Asignar…</translation>
    </message>
    <message>
        <source>Emails come back since %1: %2</source>
        <translation>Los correos se devuelven desde el %1: %2</translation>
    </message>
    <message>
        <source>Try This Address Again</source>
        <translation>Probar otra vez esta dirección</translation>
    </message>
    <message>
        <source>Try %1 Again</source>
        <translation>Probar otra vez %1</translation>
    </message>
    <message>
        <source>The address is right after all, or works again: emails may go there</source>
        <translation>La dirección es correcta después de todo, o vuelve a funcionar: se le pueden enviar correos</translation>
    </message>
    <message>
        <source>The last text did not arrive (%1): %2</source>
        <translation>El último mensaje de texto no llegó (%1): %2</translation>
    </message>
    <message>
        <source>the client wrote so by email</source>
        <translation>el cliente lo escribió por correo electrónico</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientProfile</name>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Choose a client</source>
        <translation>Elija un cliente</translation>
    </message>
    <message>
        <source>Select a client on the left to see how to reach them and where they were referred.</source>
        <translation>Seleccione un cliente a la izquierda para ver cómo comunicarse y adónde se le derivó.</translation>
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
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Asignar…</translation>
    </message>
    <message>
        <source>Merge with Another Client…</source>
        <translation>Fusionar con otro cliente…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>This client can’t be read</source>
        <translation>Este cliente no se puede leer</translation>
    </message>
    <message>
        <source>This client is not here any more</source>
        <translation>Este cliente ya no está aquí</translation>
    </message>
    <message>
        <source>They may have been given to another team. Choose another client.</source>
        <translation>Es posible que haya pasado a otro equipo. Elija otro cliente.</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>nacimiento: %1</translation>
    </message>
    <message>
        <source>client of %1</source>
        <translation>cliente de %1</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>también %1</translation>
    </message>
    <message>
        <source>Record Opt-Out</source>
        <translation>Registrar baja</translation>
    </message>
    <message>
        <source>%1 will get no more texts, those that wait included. Only the client can take this back, with a text that says START.</source>
        <translation>%1 no recibirá más mensajes de texto, incluidos los que esperan. Solo el cliente puede revertirlo, con un mensaje que diga START.</translation>
    </message>
    <message>
        <source>%1 will get no more emails, those that wait included. This can’t be undone.</source>
        <translation>%1 no recibirá más correos, incluidos los que esperan. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>What did the client say? (if you want to keep it)</source>
        <translation>¿Qué dijo el cliente? (si desea guardarlo)</translation>
    </message>
    <message>
        <source>%1 is opted out.</source>
        <translation>%1 quedó dado de baja.</translation>
    </message>
    <message>
        <source>Emails may go to %1 again. Share the referral once more.</source>
        <translation>Se pueden volver a enviar correos a %1. Comparta la derivación una vez más.</translation>
    </message>
    <message>
        <source>Printed Sheets…</source>
        <translation>Hojas impresas…</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientRecordsMenu</name>
    <message>
        <source>Export Everything Kept…</source>
        <translation>Exportar todo lo guardado…</translation>
    </message>
    <message>
        <source>Erase Client…</source>
        <translation>Borrar cliente…</translation>
    </message>
    <message>
        <source>Export Everything Kept</source>
        <translation>Exportar todo lo guardado</translation>
    </message>
    <message>
        <source>client.json</source>
        <translation>cliente.json</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>All that is kept is in the file. Only you can read it; keep it safe.</source>
        <translation>Todo lo guardado está en el archivo. Solo usted puede leerlo; guárdelo en un lugar seguro.</translation>
    </message>
    <message>
        <source>The file can’t be written there. Choose another folder.</source>
        <translation>No se puede escribir el archivo ahí. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Erase Client</source>
        <translation>Borrar cliente</translation>
    </message>
    <message>
        <source>Erase %1 for good?</source>
        <translation>¿Borrar a %1 para siempre?</translation>
    </message>
    <message>
        <source>Type the client’s name to confirm: %1</source>
        <translation>Escriba el nombre del cliente para confirmar: %1</translation>
    </message>
    <message>
        <source>Erase for Good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>The client is erased on the server. Every device drops them when it next reaches it.</source>
        <translation>El cliente está borrado en el servidor. Cada dispositivo lo elimina la próxima vez que se conecte.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientReferrals</name>
    <message>
        <source>Open Referral</source>
        <translation>Abrir derivación</translation>
    </message>
    <message>
        <source>Share Again…</source>
        <translation>Compartir otra vez…</translation>
    </message>
    <message>
        <source>Referrals of This Client</source>
        <translation>Derivaciones de este cliente</translation>
    </message>
    <message>
        <source>Show Referrals</source>
        <translation>Mostrar derivaciones</translation>
    </message>
    <message>
        <source>This list can’t be read</source>
        <translation>Esta lista no se puede leer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>No referrals yet</source>
        <translation>Todavía no hay derivaciones</translation>
    </message>
    <message>
        <source>Find resources for this client, add them to the basket, and create referrals.</source>
        <translation>Busque recursos para este cliente, agréguelos a la cesta y cree derivaciones.</translation>
    </message>
    <message>
        <source>Find Resources</source>
        <translation>Buscar recursos</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Compartir…</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ClientTimeline</name>
    <message>
        <source>Open Referral</source>
        <translation>Abrir derivación</translation>
    </message>
    <message>
        <source>Undo Merge</source>
        <translation>Deshacer fusión</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>This list can’t be read</source>
        <translation>Esta lista no se puede leer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Todavía no ha pasado nada</translation>
    </message>
    <message>
        <source>Referrals, messages, answers and notes about this client appear here.</source>
        <translation>Aquí aparecen las derivaciones, los mensajes, las respuestas y las notas sobre este cliente.</translation>
    </message>
    <message>
        <source>They are two clients again.</source>
        <translation>Vuelven a ser dos clientes.</translation>
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
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More for Clients</source>
        <translation>Más para clientes</translation>
    </message>
    <message>
        <source>Import Clients…</source>
        <translation>Importar clientes…</translation>
    </message>
    <message>
        <source>Possible Duplicates…</source>
        <translation>Posibles duplicados…</translation>
    </message>
    <message>
        <source>No client is like that</source>
        <translation>Ningún cliente es así</translation>
    </message>
    <message>
        <source>Nobody fits these filters. Clear them to see all clients.</source>
        <translation>Nadie coincide con estos filtros. Bórrelos para ver a todos los clientes.</translation>
    </message>
    <message>
        <source>Clear Filters</source>
        <translation>Borrar filtros</translation>
    </message>
    <message>
        <source>Merge Clients</source>
        <translation>Fusionar clientes</translation>
    </message>
    <message>
        <source>Who is the same person as %1?</source>
        <translation>¿Quién es la misma persona que %1?</translation>
    </message>
</context>
<context>
    <name>handrail::ui::CodeForm</name>
    <message>
        <source>QR code for your authenticator app; the key below says the same</source>
        <translation>Código QR para su aplicación de autenticación; la clave de abajo dice lo mismo</translation>
    </message>
    <message>
        <source>Key for typing</source>
        <translation>Clave para escribir</translation>
    </message>
    <message>
        <source>Can’t scan it? Type this key into the app:</source>
        <translation>¿No puede escanearlo? Escriba esta clave en la aplicación:</translation>
    </message>
    <message>
        <source>Scan this with an authenticator app on your phone, then type the six digits that it shows.</source>
        <translation>Escanéelo con una aplicación de autenticación en su teléfono y escriba los seis dígitos que muestra.</translation>
    </message>
    <message>
        <source>Type one of the recovery codes that you kept when the second factor was set up. It works once.</source>
        <translation>Escriba uno de los códigos de recuperación que guardó al configurar el segundo factor. Sirve una sola vez.</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator app shows for Handrail.</source>
        <translation>Escriba los seis dígitos que su aplicación de autenticación muestra para Handrail.</translation>
    </message>
    <message>
        <source>Recovery Code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Use the app’s code instead</source>
        <translation>Usar el código de la aplicación</translation>
    </message>
    <message>
        <source>Phone lost? Use a recovery code</source>
        <translation>¿Perdió el teléfono? Use un código de recuperación</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Type the code.</source>
        <translation>Escriba el código.</translation>
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
    <name>handrail::ui::Conversation</name>
    <message>
        <source>%1 · understood as: %2</source>
        <translation>%1 · entendido como: %2</translation>
    </message>
    <message>
        <source>(a message without words)</source>
        <translation>(un mensaje sin palabras)</translation>
    </message>
    <message>
        <source>First message with the resources</source>
        <translation>Primer mensaje con los recursos</translation>
    </message>
    <message>
        <source>Follow-up about %1</source>
        <translation>Seguimiento sobre %1</translation>
    </message>
    <message>
        <source>Messages with this address</source>
        <translation>Mensajes con esta dirección</translation>
    </message>
</context>
<context>
    <name>handrail::ui::DevicesBox</name>
    <message>
        <source>A device without a name</source>
        <translation>Un dispositivo sin nombre</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Where you are signed in. Sign out what you no longer have, or do not know: it is out at once, and what was done there before stays.</source>
        <translation>Dónde tiene la sesión iniciada. Cierre la sesión de lo que ya no tiene o no reconoce: queda fuera de inmediato, y lo que se hizo allí antes permanece.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>Your devices can’t be shown now.</source>
        <translation>Sus dispositivos no se pueden mostrar ahora.</translation>
    </message>
    <message>
        <source>%1 (this device)</source>
        <translation>%1 (este dispositivo)</translation>
    </message>
    <message>
        <source>Last seen: %1. Signed in: %2</source>
        <translation>Visto por última vez: %1. Inicio de sesión: %2</translation>
    </message>
    <message>
        <source>Sign Out This Device…</source>
        <translation>Cerrar la sesión de este dispositivo…</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Cerrar la sesión de %1</translation>
    </message>
    <message>
        <source>Sign Out This Device</source>
        <translation>Cerrar la sesión de este dispositivo</translation>
    </message>
    <message>
        <source>Sign out %1?</source>
        <translation>¿Cerrar la sesión de %1?</translation>
    </message>
    <message>
        <source>It is refused from now on and asks for a sign-in. Changes made there that have not reached the server stay on it and go out after the next sign-in.</source>
        <translation>Desde ahora se rechaza y pide iniciar sesión. Los cambios hechos allí que no llegaron al servidor se quedan en él y se envían después del próximo inicio de sesión.</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Where it was lost or stolen, have it wiped: as soon as it reaches the server again, it removes all clients’ data and their key. What had not reached the server is lost then. Until it is back online its data stay encrypted.</source>
        <translation>Si se perdió o fue robado, ordene que se borre: en cuanto vuelva a llegar al servidor, elimina todos los datos de los clientes y su clave. Lo que no había llegado al servidor se pierde. Hasta que vuelva a estar en línea, sus datos siguen cifrados.</translation>
    </message>
    <message>
        <source>Sign Out and Wipe</source>
        <translation>Cerrar sesión y borrar</translation>
    </message>
    <message>
        <source>Where this person is signed in. Have wiped what was lost, or what they did not give back.</source>
        <translation>Dónde esta persona tiene sesión iniciada. Ordene borrar lo que se perdió o lo que no devolvió.</translation>
    </message>
    <message>
        <source>These devices can’t be shown now.</source>
        <translation>Estos dispositivos no se pueden mostrar ahora.</translation>
    </message>
    <message>
        <source>Signed in nowhere.</source>
        <translation>No tiene sesión iniciada en ningún lugar.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::DevicesDialog</name>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Devices of %1</source>
        <translation>Dispositivos de %1</translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation>%1: sesión cerrada.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::DirectoryPage</name>
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
        <source>Choose a client first: press Ctrl+2 and select whom this is for.</source>
        <translation>Elija primero un cliente: pulse Ctrl+2 y seleccione para quién es.</translation>
    </message>
    <message>
        <source>%1 is in the basket of %2.</source>
        <translation>%1 está en la cesta de %2.</translation>
    </message>
    <message>
        <source>No resource fits all of this. Try fewer words, a need (food, shelter) or a city.</source>
        <translation>Ningún recurso cumple todo esto. Pruebe con menos palabras, una necesidad (comida, albergue) o una ciudad.</translation>
    </message>
    <message>
        <source>Name, service, category, city, who can come, language: each word narrows the list.</source>
        <translation>Nombre, servicio, categoría, ciudad, quién puede ir, idioma: cada palabra acorta la lista.</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Find it again under «Favourites» (Ctrl+D)</source>
        <translation>Lo encontrará en «Favoritos» (Ctrl+D)</translation>
    </message>
    <message>
        <source>Printed Sheet…</source>
        <translation>Hoja impresa…</translation>
    </message>
    <message>
        <source>For a client without a phone</source>
        <translation>Para un cliente sin teléfono</translation>
    </message>
    <message>
        <source>Clear Filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>Quitar de favoritos</translation>
    </message>
    <message>
        <source>Add to Favourites</source>
        <translation>Añadir a favoritos</translation>
    </message>
</context>
<context>
    <name>handrail::ui::DuplicatesDialog</name>
    <message>
        <source>Compare and Merge…</source>
        <translation>Comparar y fusionar…</translation>
    </message>
    <message>
        <source>They Are Two People</source>
        <translation>Son dos personas</translation>
    </message>
    <message>
        <source>Possible Duplicates</source>
        <translation>Posibles duplicados</translation>
    </message>
    <message>
        <source>Comparing clients</source>
        <translation>Comparando clientes</translation>
    </message>
    <message>
        <source>Comparing clients: %p %</source>
        <translation>Comparando clientes: %p %</translation>
    </message>
    <message>
        <source>This pair is not shown again, on no computer of your agency</source>
        <translation>Este par no se vuelve a mostrar en ninguna computadora de su agencia</translation>
    </message>
    <message>
        <source>The same phone, email, name or date of birth can mean that one person stands here twice. Compare the two; a merge can be taken back later.</source>
        <translation>El mismo teléfono, correo, nombre o fecha de nacimiento puede significar que una persona está aquí dos veces. Compare los dos; una fusión se puede deshacer después.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>This list can’t be read</source>
        <translation>Esta lista no se puede leer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Comparing clients…</source>
        <translation>Comparando clientes…</translation>
    </message>
    <message>
        <source>Pairs appear here as they are found.</source>
        <translation>Los pares aparecen aquí a medida que se encuentran.</translation>
    </message>
    <message>
        <source>No possible duplicates</source>
        <translation>No hay posibles duplicados</translation>
    </message>
    <message>
        <source>Nobody here resembles anybody else. New clients are compared as they are added.</source>
        <translation>Nadie se parece a nadie más. Los clientes nuevos se comparan a medida que se agregan.</translation>
    </message>
    <message>
        <source>Two became one. You can take it back in the client’s timeline.</source>
        <translation>Dos pasaron a ser uno. Puede deshacerlo en la cronología del cliente.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::EraseDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What goes, on the server and on every device</source>
        <translation>Lo que se borra, en el servidor y en todos los dispositivos</translation>
    </message>
    <message>
        <source>The profile with names, phone numbers and emails</source>
        <translation>El perfil con nombres, teléfonos y correos</translation>
    </message>
    <message>
        <source>Referrals, shares, messages, answers and notes, with their history</source>
        <translation>Derivaciones, envíos, mensajes, respuestas y notas, con su historial</translation>
    </message>
    <message>
        <source>Messages that wait, and the links in those that were sent</source>
        <translation>Los mensajes que esperan y los enlaces de los ya enviados</translation>
    </message>
    <message>
        <source>What stays, without a name</source>
        <translation>Lo que queda, sin nombre</translation>
    </message>
    <message>
        <source>Opt-outs: whoever said STOP gets no texts from you, now or later</source>
        <translation>Las bajas: quien dijo STOP no recibe mensajes de texto de ustedes, ni ahora ni después</translation>
    </message>
    <message>
        <source>That consent was given and when, found only by somebody who has the number</source>
        <translation>Que se dio el consentimiento y cuándo; solo lo encuentra quien tenga el número</translation>
    </message>
    <message>
        <source>An entry in the audit: who erased, and when</source>
        <translation>Una entrada en la auditoría: quién borró y cuándo</translation>
    </message>
    <message>
        <source>This can’t be undone. Numbers in reports change.</source>
        <translation>Esto no se puede deshacer. Las cifras de los informes cambian.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::FeedSection</name>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Your server can fetch a directory of resource sites by its address, again and again (HSDS or Open Referral, as an API, a JSON file or a ZIP).</source>
        <translation>Su servidor puede traer un directorio de recursos por su dirección, una y otra vez (HSDS u Open Referral, como API, archivo JSON o ZIP).</translation>
    </message>
    <message>
        <source>Fetch from This Address</source>
        <translation>Traer de esta dirección</translation>
    </message>
    <message>
        <source>Fetch Now</source>
        <translation>Traer ahora</translation>
    </message>
    <message>
        <source>Take It Over Anyway</source>
        <translation>Aceptarlo de todos modos</translation>
    </message>
    <message>
        <source>Fetch No More</source>
        <translation>No traerlo más</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Fetched and taken over.</source>
        <translation>Se trajo y se incorporó.</translation>
    </message>
    <message>
        <source>Fetched: nothing had changed.</source>
        <translation>Se trajo: nada había cambiado.</translation>
    </message>
    <message>
        <source>It could not be fetched. The resource sites stay as they were.</source>
        <translation>No se pudo traer. Los recursos quedan como estaban.</translation>
    </message>
    <message>
        <source>It lost so many resource sites that it waits for your word. Nothing was changed.</source>
        <translation>Perdió tantos recursos que espera su decisión. No se cambió nada.</translation>
    </message>
    <message>
        <source>The server fetches it within half a minute.</source>
        <translation>El servidor lo trae en menos de medio minuto.</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Directorios</translation>
    </message>
    <message>
        <source>Name of the Directory</source>
        <translation>Nombre del directorio</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Cada hora</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>Cada 6 horas</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Cada día</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Every %1 hours</source>
        <translation>Cada %1 horas</translation>
    </message>
    <message>
        <source>How Often</source>
        <translation>Con qué frecuencia</translation>
    </message>
    <message>
        <source>Remarks on rows of the directory</source>
        <translation>Observaciones sobre filas del directorio</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Only an administrator can see and change where the directory comes from.</source>
        <translation>Solo un administrador puede ver y cambiar de dónde viene el directorio.</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>Uno nuevo</translation>
    </message>
    <message>
        <source>Tried: %1. As the directory says since: %2. Next: %3.</source>
        <translation>Intento: %1. Al día con el directorio desde: %2. Próximo: %3.</translation>
    </message>
    <message>
        <source>Saved. The server fetches it within half a minute.</source>
        <translation>Guardado. El servidor lo trae en menos de medio minuto.</translation>
    </message>
    <message>
        <source>It is fetched no more. Its resource sites stay as they are.</source>
        <translation>Ya no se trae. Sus recursos quedan como están.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::FigureDialog</name>
    <message>
        <source>Open Referral</source>
        <translation>Abrir derivación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>This list can’t be read</source>
        <translation>Esta lista no se puede leer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>No hay nada aquí</translation>
    </message>
    <message>
        <source>Nothing counts for this number.</source>
        <translation>Nada cuenta para este número.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::Finder</name>
    <message>
        <source>Find Anything</source>
        <translation>Encontrar cualquier cosa</translation>
    </message>
    <message>
        <source>A client, a referral, a resource, or what you want to do</source>
        <translation>Un cliente, una derivación, un recurso o lo que quiera hacer</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>↑ ↓ to choose, Enter to open, Esc to close</source>
        <translation>↑ ↓ para elegir, Intro para abrir, Esc para cerrar</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>Try fewer letters, a phone number, a city, or what you want to do.</source>
        <translation>Pruebe con menos letras, un número de teléfono, una ciudad o lo que quiera hacer.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::FinderModel</name>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Resource site</source>
        <translation>Recurso</translation>
    </message>
</context>
<context>
    <name>handrail::ui::GatewaySection</name>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Who carries your agency’s messages, as the server sees it now.</source>
        <translation>Quién transporta los mensajes de su agencia, según lo ve ahora el servidor.</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>Emails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Phone Number for a Test</source>
        <translation>Número de teléfono para una prueba</translation>
    </message>
    <message>
        <source>Email Address for a Test</source>
        <translation>Dirección de correo para una prueba</translation>
    </message>
    <message>
        <source>Send a Test</source>
        <translation>Enviar una prueba</translation>
    </message>
    <message>
        <source>Send a Test by Text</source>
        <translation>Enviar una prueba por texto</translation>
    </message>
    <message>
        <source>Send a Test by Email</source>
        <translation>Enviar una prueba por correo</translation>
    </message>
    <message>
        <source>Only an administrator can see and test the carriers.</source>
        <translation>Solo un administrador puede ver y probar los operadores.</translation>
    </message>
    <message>
        <source>Not known now.</source>
        <translation>No se sabe en este momento.</translation>
    </message>
    <message>
        <source>No carrier is set up on the server, so nothing goes out this way. Ask who runs it.</source>
        <translation>No hay ningún operador configurado en el servidor, así que por aquí no sale nada. Consulte a quien lo administra.</translation>
    </message>
    <message>
        <source>The agency has no sending number: set it under Agency.</source>
        <translation>La agencia no tiene número de envío: indíquelo en Agencia.</translation>
    </message>
    <message>
        <source>The agency has no sending address: set it under Agency.</source>
        <translation>La agencia no tiene dirección de envío: indíquela en Agencia.</translation>
    </message>
    <message>
        <source>Set up: %1, sending as %2.</source>
        <translation>Configurado: %1, envía como %2.</translation>
    </message>
    <message>
        <source>Waiting now: %1</source>
        <translation>Esperan ahora: %1</translation>
    </message>
    <message>
        <source>sent in 24 hours: %1</source>
        <translation>enviados en 24 horas: %1</translation>
    </message>
    <message>
        <source>not sent in 24 hours: %1</source>
        <translation>no enviados en 24 horas: %1</translation>
    </message>
    <message>
        <source>last sent: %1</source>
        <translation>último envío: %1</translation>
    </message>
    <message>
        <source>Last problem: %1</source>
        <translation>Último problema: %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
</context>
<context>
    <name>handrail::ui::HeldCard</name>
    <message>
        <source>Send Again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Do Not Send</source>
        <translation>No enviar</translation>
    </message>
</context>
<context>
    <name>handrail::ui::HelpWindow</name>
    <message>
        <source>en</source>
        <comment>The language code of this translation</comment>
        <translation>es</translation>
    </message>
    <message>
        <source>Your first day</source>
        <translation>Su primer día</translation>
    </message>
    <message>
        <source>Sharing with a client</source>
        <translation>Compartir con un cliente</translation>
    </message>
    <message>
        <source>What answers mean</source>
        <translation>Qué significan las respuestas</translation>
    </message>
    <message>
        <source>Opting out</source>
        <translation>Darse de baja</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Finding resources</source>
        <translation>Buscar recursos</translation>
    </message>
    <message>
        <source>For supervisors</source>
        <translation>Para supervisores</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Handrail Help</source>
        <translation>Ayuda de Handrail</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>This chapter is missing from this copy of Handrail. Please install it again.</source>
        <translation>Este capítulo falta en esta copia de Handrail. Instálela de nuevo.</translation>
    </message>
    <message>
        <source>Safety on your computer</source>
        <translation>Seguridad en su computadora</translation>
    </message>
</context>
<context>
    <name>handrail::ui::HomeCard</name>
    <message>
        <source>%1 or more</source>
        <translation>%1 o más</translation>
    </message>
</context>
<context>
    <name>handrail::ui::HomePage</name>
    <message>
        <source>Not all is here yet</source>
        <translation>Todavía no está todo aquí</translation>
    </message>
    <message>
        <source>What needs you appears here as soon as your clients have come.</source>
        <translation>Lo que necesita su atención aparece aquí en cuanto hayan llegado sus clientes.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>%1, since %2 · %3</source>
        <comment>quiet for a week, since a day, status</comment>
        <translation>%1, desde %2 · %3</translation>
    </message>
    <message>
        <source>Clients’ messages to read</source>
        <translation>Mensajes de clientes por leer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Do Not Send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Follow-ups of today</source>
        <translation>Seguimientos de hoy</translation>
    </message>
    <message>
        <source>Home can’t be read</source>
        <translation>No se puede leer Inicio</translation>
    </message>
    <message>
        <source>It will be sent again, within the contact hours.</source>
        <translation>Se enviará de nuevo, dentro del horario de contacto.</translation>
    </message>
    <message>
        <source>It will not be sent.</source>
        <translation>No se enviará.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Mark All as Seen</source>
        <translation>Marcar todo como visto</translation>
    </message>
    <message>
        <source>Mark as Seen</source>
        <translation>Marcar como visto</translation>
    </message>
    <message>
        <source>Messages that did not go out</source>
        <translation>Mensajes que no salieron</translation>
    </message>
    <message>
        <source>Messages that wait for your decision</source>
        <translation>Mensajes que esperan su decisión</translation>
    </message>
    <message>
        <source>New answers</source>
        <translation>Respuestas nuevas</translation>
    </message>
    <message>
        <source>New answers, messages that did not go out, and follow-ups of the day appear here by themselves.</source>
        <translation>Las respuestas nuevas, los mensajes que no salieron y los seguimientos del día aparecen aquí por sí solos.</translation>
    </message>
    <message>
        <source>Not saved yet · %1</source>
        <translation>Todavía sin guardar · %1</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nada espera por usted</translation>
    </message>
    <message>
        <source>Quiet for a day</source>
        <translation>Sin novedades desde hace un día</translation>
    </message>
    <message>
        <source>Quiet for a month</source>
        <translation>Sin novedades desde hace un mes</translation>
    </message>
    <message>
        <source>Quiet for a week</source>
        <translation>Sin novedades desde hace una semana</translation>
    </message>
    <message>
        <source>Quiet for two days</source>
        <translation>Sin novedades desde hace dos días</translation>
    </message>
    <message>
        <source>Read Them</source>
        <translation>Leerlos</translation>
    </message>
    <message>
        <source>Referrals gone quiet</source>
        <translation>Derivaciones sin novedades</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show Fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show More</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What needs you now</source>
        <translation>Lo que le necesita ahora</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ImportColumnsView</name>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
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
        <source>Whole Name</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>Date of Birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
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
        <source>Column %1 goes to</source>
        <translation>La columna %1 va a</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ImportDialog</name>
    <message>
        <source>This file can’t be opened. Check that it is still there and may be read.</source>
        <translation>Este archivo no se puede abrir. Compruebe que sigue ahí y que tiene permiso para leerlo.</translation>
    </message>
    <message>
        <source>This file can’t be read to its end.</source>
        <translation>Este archivo no se puede leer hasta el final.</translation>
    </message>
    <message>
        <source>Import Clients</source>
        <translation>Importar clientes</translation>
    </message>
    <message>
        <source>Bring your clients along</source>
        <translation>Traiga a sus clientes</translation>
    </message>
    <message>
        <source>Choose a table saved as CSV, or address cards (vCard, .vcf); or drop the file here. You will see every row before anything is imported. Consent is never imported: it is asked when you share.</source>
        <translation>Elija una tabla guardada como CSV o tarjetas de contacto (vCard, .vcf); o suelte el archivo aquí. Verá cada fila antes de que se importe nada. El consentimiento nunca se importa: se pide al compartir.</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>Elegir archivo…</translation>
    </message>
    <message>
        <source>Other File…</source>
        <translation>Otro archivo…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Coma ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Punto y coma ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Month first: 5/31/1984</source>
        <translation>Primero el mes: 5/31/1984</translation>
    </message>
    <message>
        <source>Day first: 31/5/1984</source>
        <translation>Primero el día: 31/5/1984</translation>
    </message>
    <message>
        <source>First row names the columns</source>
        <translation>La primera fila nombra las columnas</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Show Rows</source>
        <translation>Mostrar filas</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Todas las filas</translation>
    </message>
    <message>
        <source>To be imported</source>
        <translation>Por importar</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Ya están aquí</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Con problemas</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Import Anyway</source>
        <translation>Importar de todos modos</translation>
    </message>
    <message>
        <source>Update Existing</source>
        <translation>Actualizar existente</translation>
    </message>
    <message>
        <source>Adds what the file knows to the client who is here. Nothing is erased.</source>
        <translation>Agrega lo que sabe el archivo al cliente que ya está aquí. No se borra nada.</translation>
    </message>
    <message>
        <source>Rows of the File</source>
        <translation>Filas del archivo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>The rows that can’t be imported, with line, column and reason, as a CSV file</source>
        <translation>Las filas que no se pueden importar, con línea, columna y motivo, como archivo CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose a File of Clients</source>
        <translation>Elija un archivo de clientes</translation>
    </message>
    <message>
        <source>Tables and address cards (*.csv *.tsv *.txt *.vcf *.vcard)</source>
        <translation>Tablas y tarjetas de contacto (*.csv *.tsv *.txt *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Leyendo “%1”…</translation>
    </message>
    <message>
        <source>This file can’t be imported</source>
        <translation>Este archivo no se puede importar</translation>
    </message>
    <message numerus="yes">
        <source>“%1” - %n rows</source>
        <translation>
            <numerusform>“%1”: %n fila</numerusform>
            <numerusform>“%1”: %n filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows can’t be imported. Show «With problems» to see why; the others can.</source>
        <translation>
            <numerusform>%n fila no se puede importar. Muestre «Con problemas» para ver por qué; las demás sí.</numerusform>
            <numerusform>%n filas no se pueden importar. Muestre «Con problemas» para ver por qué; las demás sí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients were imported, then this came between: %1</source>
        <translation>
            <numerusform>Se importó %n cliente y entonces ocurrió esto: %1</numerusform>
            <numerusform>Se importaron %n clientes y entonces ocurrió esto: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n clients were imported. Import the file again for the rest; those who are here are skipped.</source>
        <translation>
            <numerusform>Detenido: se importó %n cliente. Vuelva a importar el archivo para el resto; los que ya están se omiten.</numerusform>
            <numerusform>Detenido: se importaron %n clientes. Vuelva a importar el archivo para el resto; los que ya están se omiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients were imported.</source>
        <translation>
            <numerusform>Se importó %n cliente.</numerusform>
            <numerusform>Se importaron %n clientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>El informe está guardado.</translation>
    </message>
    <message>
        <source>The report can’t be saved there. Choose another folder, or make room on the disk.</source>
        <translation>El informe no se puede guardar ahí. Elija otra carpeta o libere espacio en el disco.</translation>
    </message>
    <message>
        <source>%1 to import · %2 skipped · %3 with problems</source>
        <translation>%1 por importar · %2 omitidas · %3 con problemas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>Import %n Clients</source>
        <translation>
            <numerusform>Importar %n cliente</numerusform>
            <numerusform>Importar %n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose rows to see what is known about them, and to skip, import or update them.</source>
        <translation>Elija filas para ver lo que se sabe de ellas, y para omitirlas, importarlas o actualizarlas.</translation>
    </message>
    <message>
        <source>Importing %v of %m</source>
        <translation>Importando %v de %m</translation>
    </message>
    <message>
        <source>Reading %v of %m</source>
        <translation>Leyendo %v de %m</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ImportModel</name>
    <message>
        <source>Problem: %1</source>
        <translation>Problema: %1</translation>
    </message>
    <message>
        <source>Skip: the same as line %1</source>
        <translation>Omitir: igual que la línea %1</translation>
    </message>
    <message>
        <source>Skip: %1 is here already</source>
        <translation>Omitir: %1 ya está aquí</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Update %1</source>
        <translation>Actualizar a %1</translation>
    </message>
    <message>
        <source>Import, though somebody like this is here</source>
        <translation>Importar, aunque hay alguien parecido</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Date of Birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Phones and Emails</source>
        <translation>Teléfonos y correos</translation>
    </message>
    <message>
        <source>What Happens</source>
        <translation>Qué pasará</translation>
    </message>
    <message>
        <source>%1 «%2»: %3</source>
        <translation>%1 «%2»: %3</translation>
    </message>
    <message>
        <source>Line %1 says the same person.</source>
        <translation>La línea %1 es la misma persona.</translation>
    </message>
    <message>
        <source>%1 is here already. %2.</source>
        <translation>%1 ya está aquí. %2.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
</context>
<context>
    <name>handrail::ui::JobBar</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
</context>
<context>
    <name>handrail::ui::LockScreen</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Sign In Again Instead</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>Handrail</source>
        <translation>Handrail</translation>
    </message>
    <message>
        <source>Handrail is locked</source>
        <translation>Handrail está bloqueado</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Type the password of your Handrail account. What you were working on is kept.</source>
        <translation>Escriba la contraseña de su cuenta de Handrail. Lo que estaba haciendo se conserva.</translation>
    </message>
    <message>
        <source>Type your passphrase. What you were working on is kept.</source>
        <translation>Escriba su frase de contraseña. Lo que estaba haciendo se conserva.</translation>
    </message>
    <message>
        <source>Sign in again to go on. What you were working on is kept.</source>
        <translation>Inicie sesión de nuevo para continuar. Lo que estaba haciendo se conserva.</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Escriba su frase de contraseña.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Intente de nuevo en %n segundo.</numerusform>
            <numerusform>Intente de nuevo en %n segundos.</numerusform>
        </translation>
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
    <message>
        <source>The server doesn’t know this computer any more, so nothing is sent or received. Sign in again to go on; your work here is kept.</source>
        <translation>El servidor ya no reconoce este equipo, así que no se envía ni se recibe nada. Inicie sesión otra vez para seguir; su trabajo aquí se conserva.</translation>
    </message>
    <message>
        <source>Sign In Again</source>
        <translation>Iniciar sesión otra vez</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Choose the client whom the referral is for.</source>
        <translation>Elija el cliente para quien es la derivación.</translation>
    </message>
    <message>
        <source>Find a resource and press Enter to put it into the basket.</source>
        <translation>Busque un recurso y pulse Intro para ponerlo en la cesta.</translation>
    </message>
    <message>
        <source>Show the basket beside every page, or hide it (%1, Ctrl+B)</source>
        <translation>Mostrar la cesta junto a todas las páginas u ocultarla (%1, Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>handrail::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;New Referral…</source>
        <translation>&amp;Nueva derivación…</translation>
    </message>
    <message>
        <source>Refers the chosen client to what is in the basket</source>
        <translation>Deriva al cliente elegido a lo que hay en la cesta</translation>
    </message>
    <message>
        <source>&amp;Add Client…</source>
        <translation>&amp;Añadir cliente…</translation>
    </message>
    <message>
        <source>Adds a person to help</source>
        <translation>Agrega a una persona a quien ayudar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Closes Handrail</source>
        <translation>Cierra Handrail</translation>
    </message>
    <message>
        <source>Find &amp;Anything…</source>
        <translation>Encontrar &amp;cualquier cosa…</translation>
    </message>
    <message>
        <source>Clients, referrals, resources, and all that Handrail can do</source>
        <translation>Clientes, derivaciones, recursos y todo lo que Handrail puede hacer</translation>
    </message>
    <message>
        <source>&amp;Find on This Page</source>
        <translation>&amp;Buscar en esta página</translation>
    </message>
    <message>
        <source>Goes to the search field</source>
        <translation>Va al campo de búsqueda</translation>
    </message>
    <message>
        <source>Explains the page you are on</source>
        <translation>Explica la página en que está</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>A&amp;tajos de teclado</translation>
    </message>
    <message>
        <source>All keys on one page</source>
        <translation>Todas las teclas en una página</translation>
    </message>
    <message>
        <source>A&amp;bout Handrail</source>
        <translation>Acerca &amp;de Handrail</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Versión y licencias</translation>
    </message>
    <message>
        <source>&amp;Import Clients…</source>
        <translation>&amp;Importar clientes…</translation>
    </message>
    <message>
        <source>Brings clients in from a CSV file or address cards</source>
        <translation>Trae clientes de un archivo CSV o de tarjetas de contacto</translation>
    </message>
    <message>
        <source>Possible &amp;Duplicates…</source>
        <translation>Posibles &amp;duplicados…</translation>
    </message>
    <message>
        <source>Clients who may stand here twice, to compare and merge</source>
        <translation>Clientes que quizás están dos veces, para comparar y fusionar</translation>
    </message>
    <message>
        <source>&amp;Lock Handrail</source>
        <translation>&amp;Bloquear Handrail</translation>
    </message>
    <message>
        <source>Hides everything until your password is typed</source>
        <translation>Oculta todo hasta que se escriba su contraseña</translation>
    </message>
    <message>
        <source>Show &amp;Phone Numbers</source>
        <translation>Mostrar números de &amp;teléfono</translation>
    </message>
    <message>
        <source>Shows phone numbers in lists whole for a minute</source>
        <translation>Muestra por un minuto los números de teléfono completos en las listas</translation>
    </message>
</context>
<context>
    <name>handrail::ui::MergeDialog</name>
    <message>
        <source>Merge Clients</source>
        <translation>Fusionar clientes</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Are these one person? Choose what stays.</source>
        <translation>¿Son una sola persona? Elija qué se queda.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>These two can’t be merged</source>
        <translation>Estos dos no se pueden fusionar</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Date of Birth</source>
        <translation>Fecha de nacimiento</translation>
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
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Phones and Emails</source>
        <translation>Teléfonos y correos</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Keep this record</source>
        <translation>Conservar este registro</translation>
    </message>
    <message>
        <source>Keep the record of %1, left</source>
        <translation>Conservar el registro de %1, izquierda</translation>
    </message>
    <message>
        <source>Keep the record of %1, right</source>
        <translation>Conservar el registro de %1, derecha</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>All phones, emails, referrals, shares, consents and the whole timeline of both are together from now on, and a search finds the client by both names. Nothing is deleted; «Undo Merge» in the timeline makes them two again.</source>
        <translation>Desde ahora, los teléfonos, correos, derivaciones, envíos, consentimientos y la cronología de ambos están juntos, y una búsqueda encuentra al cliente por los dos nombres. No se borra nada; «Deshacer fusión» en la cronología vuelve a separarlos.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::MessageDetailsView</name>
    <message>
        <source>%1 to %2</source>
        <comment>message, address</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>By the template of today, with a sample link.</source>
        <translation>Según la plantilla de hoy, con un enlace de ejemplo.</translation>
    </message>
    <message>
        <source>Cancel Message…</source>
        <translation>Cancelar mensaje…</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Do Not Send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Given on %1 to %2</source>
        <translation>Dado el %1 a %2</translation>
    </message>
    <message>
        <source>Given on %1 to %2, and withdrawn since</source>
        <translation>Dado el %1 a %2, y retirado después</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Su texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>No hay nada registrado.</translation>
    </message>
    <message>
        <source>Nothing yet: it waits for its time, and for the server.</source>
        <translation>Nada todavía: espera su momento, y al servidor.</translation>
    </message>
    <message>
        <source>Open Referral</source>
        <translation>Abrir derivación</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>There is no record of consent here.</source>
        <translation>Aquí no hay registro de consentimiento.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué fue de él</translation>
    </message>
    <message>
        <source>a worker</source>
        <translation>un trabajador</translation>
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
        <source>Tick text or email to see the messages and their days.</source>
        <translation>Marque texto o correo para ver los mensajes y sus días.</translation>
    </message>
    <message>
        <source>In %1, the client’s language</source>
        <translation>En %1, el idioma del cliente</translation>
    </message>
    <message>
        <source>In %1: your agency has no messages in %2, the client’s language. Tell the client what they say.</source>
        <translation>En %1: su agencia no tiene mensajes en %2, el idioma del cliente. Dígale al cliente lo que dicen.</translation>
    </message>
    <message numerus="yes">
        <source>One message with the information on %n resource site(s)</source>
        <translation>
            <numerusform>Un mensaje con la información de %n recurso</numerusform>
            <numerusform>Un mensaje con la información de %n recursos</numerusform>
        </translation>
    </message>
    <message>
        <source>Asks about %1</source>
        <translation>Pregunta por %1</translation>
    </message>
    <message>
        <source>Sample links: each message gets one of its own.</source>
        <translation>Enlaces de muestra: cada mensaje lleva el suyo.</translation>
    </message>
    <message>
        <source>Times are the client’s: %1</source>
        <translation>Las horas son las del cliente: %1</translation>
    </message>
    <message>
        <source>The client’s phone</source>
        <translation>El teléfono del cliente</translation>
    </message>
    <message>
        <source>Email: %1</source>
        <translation>Correo: %1</translation>
    </message>
    <message>
        <source>It is earlier now than your agency writes to clients (%1 to %2), so follow-ups leave when that begins.</source>
        <translation>Ahora es más temprano que el horario en que su agencia escribe a los clientes (%1 a %2), así que los seguimientos salen cuando empieza.</translation>
    </message>
    <message>
        <source>It is later now than your agency writes to clients (%1 to %2), so follow-ups leave half an hour before that ends.</source>
        <translation>Ahora es más tarde que el horario en que su agencia escribe a los clientes (%1 a %2), así que los seguimientos salen media hora antes de que termine.</translation>
    </message>
    <message>
        <source>The clocks change on one of these days; its follow-up leaves an hour later.</source>
        <translation>Uno de estos días cambia la hora; su seguimiento sale una hora más tarde.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>From Clients</source>
        <translation>De clientes</translation>
    </message>
    <message>
        <source>From Clients (%1)</source>
        <translation>De clientes (%1)</translation>
    </message>
    <message>
        <source>To Clients</source>
        <translation>A clientes</translation>
    </message>
</context>
<context>
    <name>handrail::ui::NoteEdit</name>
    <message>
        <source>Put one text file at a time into a note.</source>
        <translation>Ponga un solo archivo de texto a la vez en una nota.</translation>
    </message>
    <message>
        <source>Only text can be kept in a note, no pictures. Write down what matters.</source>
        <translation>En una nota solo se puede guardar texto, no imágenes. Escriba lo que importa.</translation>
    </message>
    <message>
        <source>«%1» can’t be read.</source>
        <translation>No se puede leer «%1».</translation>
    </message>
    <message>
        <source>Choose a Text File</source>
        <translation>Elegir un archivo de texto</translation>
    </message>
    <message>
        <source>Text files (*.txt *.md *.csv *.log)</source>
        <translation>Archivos de texto (*.txt *.md *.csv *.log)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
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
    <name>handrail::ui::OptionField</name>
    <message numerus="yes">
        <source>%1, %n resource(s)</source>
        <translation>
            <numerusform>%1, %n recurso</numerusform>
            <numerusform>%1, %n recursos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::OutboxView</name>
    <message>
        <source>%1 Sending needs the server, so nothing was changed.</source>
        <translation>%1 Para enviar se necesita el servidor, así que no se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) selected</source>
        <translation>
            <numerusform>%n mensaje seleccionado</numerusform>
            <numerusform>%n mensajes seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be sent again, within the contact hours.</source>
        <translation>
            <numerusform>%n mensaje se enviará de nuevo, dentro del horario de contacto.</numerusform>
            <numerusform>%n mensajes se enviarán de nuevo, dentro del horario de contacto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will not be sent.</source>
        <translation>
            <numerusform>%n mensaje no se enviará.</numerusform>
            <numerusform>%n mensajes no se enviarán.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will not be sent. Why? The reason stays in Recent Activity.</source>
        <translation>
            <numerusform>%n mensaje no se enviará. ¿Por qué? El motivo queda en Actividad reciente.</numerusform>
            <numerusform>%n mensajes no se enviarán. ¿Por qué? El motivo queda en Actividad reciente.</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Todos los estados</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n…</source>
        <translation>
            <numerusform>Cancelar %n…</numerusform>
            <numerusform>Cancelar %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel Messages</source>
        <translation>Cancelar mensajes</translation>
    </message>
    <message>
        <source>Cancel Messages…</source>
        <translation>Cancelar mensajes…</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Each message is decided by itself; the server checks consent and opt-outs again.</source>
        <translation>Cada mensaje se decide por separado; el servidor comprueba de nuevo el consentimiento y las bajas.</translation>
    </message>
    <message>
        <source>Emails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>First messages</source>
        <translation>Primeros mensajes</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Seguimientos</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>Conservarlos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>Próximos 7 días</translation>
    </message>
    <message>
        <source>No message fits this search and these filters.</source>
        <translation>Ningún mensaje corresponde a esta búsqueda y estos filtros.</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Todavía no hay mensajes</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Nothing was canceled: say why first.</source>
        <translation>No se canceló nada: primero diga por qué.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Search Messages</source>
        <translation>Buscar mensajes</translation>
    </message>
    <message>
        <source>Search by client, phone or email</source>
        <translation>Buscar por cliente, teléfono o correo</translation>
    </message>
    <message numerus="yes">
        <source>Send %n Again</source>
        <translation>
            <numerusform>Enviar %n de nuevo</numerusform>
            <numerusform>Enviar %n de nuevo</numerusform>
        </translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Share a referral with a client; its messages appear here.</source>
        <translation>Comparta una derivación con un cliente; sus mensajes aparecen aquí.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Mensajes de texto</translation>
    </message>
    <message>
        <source>Texts and emails</source>
        <translation>Textos y correos</translation>
    </message>
    <message>
        <source>The messages can’t be read</source>
        <translation>No se pueden leer los mensajes</translation>
    </message>
    <message>
        <source>The server can’t be reached. It is canceled on this computer, and the server hears of it with the next sync; what went out before then shows here.</source>
        <translation>No se puede conectar con el servidor. Queda cancelado en esta computadora, y el servidor se enterará en la próxima sincronización; lo que haya salido antes se verá aquí.</translation>
    </message>
    <message>
        <source>This message can’t be read</source>
        <translation>No se puede leer este mensaje</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Why messages are canceled</source>
        <translation>Por qué se cancelan mensajes</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PassphrasePage</name>
    <message>
        <source>Handrail</source>
        <translation>Handrail</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elija una frase de contraseña</translation>
    </message>
    <message>
        <source>Open your data</source>
        <translation>Abra sus datos</translation>
    </message>
    <message>
        <source>This computer has no keychain that could keep the key of your clients’ data. A passphrase takes its place: you type it whenever Handrail starts, and nothing is sent before. Take several words, at least 12 characters. Nobody can bring a forgotten one back.</source>
        <translation>Esta computadora no tiene un llavero que pueda guardar la clave de los datos de sus clientes. Una frase de contraseña toma su lugar: usted la escribe cada vez que Handrail se inicia, y antes no se envía nada. Use varias palabras, al menos 12 caracteres. Nadie puede recuperar una que se olvidó.</translation>
    </message>
    <message>
        <source>The data on this computer are sealed under your passphrase. Type it to go on; until then nothing is sent or received.</source>
        <translation>Los datos de esta computadora están sellados con su frase de contraseña. Escríbala para continuar; hasta entonces no se envía ni se recibe nada.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Una vez más</translation>
    </message>
    <message>
        <source>Use This Passphrase</source>
        <translation>Usar esta frase</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Escriba su frase de contraseña.</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>Las dos son diferentes.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PasswordDialog</name>
    <message>
        <source>New Password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Contraseña nueva de %1</translation>
    </message>
    <message>
        <source>Hand it on in person or by phone. It is shown only now; they can change it under Settings, Account.</source>
        <translation>Entréguela en persona o por teléfono. Solo se muestra ahora; la persona puede cambiarla en Configuración, Cuenta.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PeopleModel</name>
    <message>
        <source>Disabled</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Never signed in</source>
        <translation>Nunca inició sesión</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>Activa: %1</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PeopleSection</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Who signs in, with which role, and in which team.</source>
        <translation>Quién inicia sesión, con qué función y en qué equipo.</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Buscar personas</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>Add the first person who signs in.</source>
        <translation>Agregue a la primera persona que inicia sesión.</translation>
    </message>
    <message>
        <source>Nobody has that name, email, role or team.</source>
        <translation>Nadie tiene ese nombre, correo, función o equipo.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>New Password…</source>
        <translation>Contraseña nueva…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Add Person…</source>
        <translation>Agregar persona…</translation>
    </message>
    <message>
        <source>Only an administrator can see and change who signs in.</source>
        <translation>Solo una persona administradora puede ver y cambiar quién inicia sesión.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>New Password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Give %1 a new password?</source>
        <translation>¿Dar una contraseña nueva a %1?</translation>
    </message>
    <message>
        <source>The old one ends, and all their devices are signed out. What they wrote stays.</source>
        <translation>La anterior deja de servir y se cierra la sesión en todos sus dispositivos. Lo que escribió se conserva.</translation>
    </message>
    <message>
        <source>Give a New Password</source>
        <translation>Dar una contraseña nueva</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Keep %1 from signing in?</source>
        <translation>¿Impedir que %1 inicie sesión?</translation>
    </message>
    <message>
        <source>All their devices are signed out at once. Their clients stay theirs until you assign them to somebody else.</source>
        <translation>Se cierra de inmediato la sesión en todos sus dispositivos. Sus clientes siguen siendo suyos hasta que usted los asigne a otra persona.</translation>
    </message>
    <message>
        <source>Reset Second Factor…</source>
        <translation>Restablecer el segundo factor…</translation>
    </message>
    <message>
        <source>Reset Second Factor</source>
        <translation>Restablecer el segundo factor</translation>
    </message>
    <message>
        <source>Reset the second factor of %1?</source>
        <translation>¿Restablecer el segundo factor de %1?</translation>
    </message>
    <message>
        <source>Do this where they lost their phone and their recovery codes, and you know that it is they who ask. Their password alone signs in until they set up a new second factor. The audit keeps that you did it.</source>
        <translation>Hágalo si esa persona perdió su teléfono y sus códigos de recuperación, y usted sabe que es ella quien lo pide. Solo con su contraseña podrá entrar hasta que configure un nuevo segundo factor. El registro de auditoría conserva que usted lo hizo.</translation>
    </message>
    <message>
        <source>The second factor of %1 is reset.</source>
        <translation>Se restableció el segundo factor de %1.</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>Dispositivos…</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PersonDialog</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add Person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>Edit Person</source>
        <translation>Editar persona</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Email to sign in with</source>
        <translation>Correo para iniciar sesión</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Sin equipo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>A new role holds from the next moment on, on all their devices.</source>
        <translation>Una función nueva vale desde ese momento, en todos sus dispositivos.</translation>
    </message>
    <message>
        <source>The server makes a password, which is shown once for you to hand on.</source>
        <translation>El servidor crea una contraseña, que se muestra una sola vez para que usted la entregue.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PickClientDialog</name>
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
        <translation>Todavía no hay clientes</translation>
    </message>
    <message>
        <source>There is nobody to choose.</source>
        <translation>No hay a quién elegir.</translation>
    </message>
    <message>
        <source>No client has these words in a name, phone, email or date of birth.</source>
        <translation>Ningún cliente tiene estas palabras en el nombre, teléfono, correo o fecha de nacimiento.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PrintedLinksDialog</name>
    <message>
        <source>Revoke</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Printed Sheets of %1</source>
        <translation>Hojas impresas de %1</translation>
    </message>
    <message>
        <source>Printed sheets</source>
        <translation>Hojas impresas</translation>
    </message>
    <message>
        <source>The code on this sheet then opens nothing any more</source>
        <translation>El código de esta hoja ya no abrirá nada</translation>
    </message>
    <message>
        <source>Whoever holds a printed sheet can open the page behind its code. Revoke the code of a sheet that was lost or is not wanted any more.</source>
        <translation>Quien tenga una hoja impresa puede abrir la página de su código. Anule el código de una hoja que se perdió o que ya no se quiere.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>The server can’t be asked now</source>
        <translation>Ahora no se puede preguntar al servidor</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>This list can’t be read</source>
        <translation>Esta lista no se puede leer</translation>
    </message>
    <message>
        <source>No sheet with a code yet</source>
        <translation>Todavía no hay hojas con código</translation>
    </message>
    <message>
        <source>When a sheet is printed for this client’s referrals while the server can be reached, its code is listed here.</source>
        <translation>Cuando se imprime una hoja para las derivaciones de este cliente mientras hay conexión con el servidor, su código aparece aquí.</translation>
    </message>
    <message>
        <source>Revoke the Code</source>
        <translation>Anular el código</translation>
    </message>
    <message>
        <source>The code on this sheet will open nothing any more. This can’t be undone; a new sheet gets a new code.</source>
        <translation>El código de esta hoja ya no abrirá nada. Esto no se puede deshacer; una hoja nueva recibe un código nuevo.</translation>
    </message>
    <message>
        <source>The code still works. %1</source>
        <translation>El código sigue funcionando. %1</translation>
    </message>
    <message>
        <source>The code on that sheet opens nothing any more.</source>
        <translation>El código de esa hoja ya no abre nada.</translation>
    </message>
    <message>
        <source>Revoked the code on a printed sheet.</source>
        <translation>Se anuló el código de una hoja impresa.</translation>
    </message>
    <message>
        <source>Printed Sheets</source>
        <translation>Hojas impresas</translation>
    </message>
</context>
<context>
    <name>handrail::ui::PrintedLinksModel</name>
    <message>
        <source>Printed %1</source>
        <translation>Impresa: %1</translation>
    </message>
    <message>
        <source>Printed %1 by %2</source>
        <translation>Impresa: %1, por %2</translation>
    </message>
    <message>
        <source>opens its page until %1</source>
        <translation>abre su página hasta el %1</translation>
    </message>
    <message>
        <source>opens nothing any more</source>
        <translation>ya no abre nada</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s)</source>
        <translation>
            <numerusform>%n recurso</numerusform>
            <numerusform>%n recursos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Anulado</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReachBox</name>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>My clients</source>
        <translation>Mis clientes</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mi equipo</translation>
    </message>
    <message>
        <source>Whose Clients</source>
        <translation>Clientes de quién</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <translation>Equipo: %1</translation>
    </message>
</context>
<context>
    <name>handrail::ui::RecordsSection</name>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Erase clients with whom nothing has happened for a long time. One client alone is exported or erased in their profile, under More.</source>
        <translation>Borre a los clientes con los que no ha pasado nada durante mucho tiempo. A un solo cliente se le exporta o borra en su perfil, en Más.</translation>
    </message>
    <message>
        <source>Show Clients</source>
        <translation>Mostrar clientes</translation>
    </message>
    <message>
        <source>Erase These Clients…</source>
        <translation>Borrar estos clientes…</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened for</source>
        <translation>Sin actividad durante</translation>
    </message>
    <message>
        <source>Clients with whom nothing has happened</source>
        <translation>Clientes sin actividad</translation>
    </message>
    <message>
        <source>No entry, referral, message, answer or edit. Ask what your state and your funders want kept.</source>
        <translation>Ninguna entrada, derivación, mensaje, respuesta ni cambio. Pregunte qué exigen conservar su estado y quienes los financian.</translation>
    </message>
    <message>
        <source>Only an administrator can erase clients.</source>
        <translation>Solo una persona administradora puede borrar clientes.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>%1 · last on %2</source>
        <translation>%1 · última actividad: %2</translation>
    </message>
    <message>
        <source>Something has happened with every client since then.</source>
        <translation>Desde entonces hubo actividad con todos los clientes.</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase Old Clients</source>
        <translation>Borrar clientes antiguos</translation>
    </message>
    <message numerus="yes">
        <source>Erase %n client(s) for good?</source>
        <translation>
            <numerusform>¿Borrar %n cliente para siempre?</numerusform>
            <numerusform>¿Borrar %n clientes para siempre?</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Escriba %1 para confirmar</translation>
    </message>
    <message>
        <source>Erase for Good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) erased. Every device drops them when it next reaches the server.</source>
        <translation>
            <numerusform>%n cliente borrado. Cada dispositivo lo elimina la próxima vez que se conecte al servidor.</numerusform>
            <numerusform>%n clientes borrados. Cada dispositivo los elimina la próxima vez que se conecte al servidor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::RecoveryCodesView</name>
    <message>
        <source>Keep these recovery codes</source>
        <translation>Guarde estos códigos de recuperación</translation>
    </message>
    <message>
        <source>If your phone is lost, each of them signs you in once. They are not shown again: print them or put them into a password manager, away from the phone.</source>
        <translation>Si pierde el teléfono, cada uno le permite iniciar sesión una vez. No se muestran de nuevo: imprímalos o guárdelos en un gestor de contraseñas, lejos del teléfono.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>I Have Kept Them</source>
        <translation>Ya los guardé</translation>
    </message>
    <message>
        <source>Copied. Paste them where only you can read them.</source>
        <translation>Copiados. Péguelos donde solo usted pueda leerlos.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReferralDetails</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Recent Activity</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
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
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Write a note, or drop a text file</source>
        <translation>Escriba una nota, o suelte un archivo de texto</translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation>Agregar nota</translation>
    </message>
    <message>
        <source>Messages of This Referral</source>
        <translation>Mensajes de esta derivación</translation>
    </message>
    <message>
        <source>A note holds %L1 characters; the rest was cut off.</source>
        <translation>Una nota admite %L1 caracteres; el resto se cortó.</translation>
    </message>
    <message>
        <source>Choose a referral</source>
        <translation>Elija una derivación</translation>
    </message>
    <message>
        <source>Select a referral to see its activity and to change its status. Select several to change them together.</source>
        <translation>Seleccione una derivación para ver su actividad y cambiar su estado. Seleccione varias para cambiarlas juntas.</translation>
    </message>
    <message>
        <source>Note on a referral</source>
        <translation>Nota sobre una derivación</translation>
    </message>
    <message>
        <source>A resource that left the directory</source>
        <translation>Un recurso que ya no está en el directorio</translation>
    </message>
    <message>
        <source>This referral can’t be read</source>
        <translation>No se puede leer esta derivación</translation>
    </message>
    <message>
        <source>Note on %1, %2</source>
        <translation>Nota sobre %1, %2</translation>
    </message>
    <message>
        <source>A worker</source>
        <translation>Un trabajador</translation>
    </message>
    <message>
        <source>Shared by %1 - %2</source>
        <translation>Compartida por %1 - %2</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>Together with: %1</source>
        <translation>Junto con: %1</translation>
    </message>
    <message>
        <source>The client has withdrawn this consent.</source>
        <translation>El cliente retiró este consentimiento.</translation>
    </message>
    <message>
        <source>The consent stands.</source>
        <translation>El consentimiento sigue vigente.</translation>
    </message>
    <message>
        <source>The words of the consent (%1):</source>
        <translation>Las palabras del consentimiento (%1):</translation>
    </message>
    <message>
        <source>Not shared yet. Nothing is sent without the client’s consent.</source>
        <translation>Aún no se ha compartido. Nada se envía sin el consentimiento del cliente.</translation>
    </message>
    <message>
        <source>The text to %1 may or may not have arrived.</source>
        <translation>El texto a %1 puede haber llegado o no.</translation>
    </message>
    <message>
        <source>The email to %1 may or may not have arrived.</source>
        <translation>El correo a %1 puede haber llegado o no.</translation>
    </message>
    <message>
        <source>The text to %1 waits for your decision.</source>
        <translation>El texto a %1 espera su decisión.</translation>
    </message>
    <message>
        <source>The email to %1 waits for your decision.</source>
        <translation>El correo a %1 espera su decisión.</translation>
    </message>
    <message>
        <source>If it is sent again, the client may get it twice. Ask the client if you can.</source>
        <translation>Si se envía de nuevo, el cliente puede recibirlo dos veces. Pregúntele si puede.</translation>
    </message>
    <message>
        <source>It will be sent again. This message goes away as soon as that shows here.</source>
        <translation>Se enviará de nuevo. Este aviso desaparece en cuanto eso se vea aquí.</translation>
    </message>
    <message>
        <source>It will not be sent. This message goes away as soon as that shows here.</source>
        <translation>No se enviará. Este aviso desaparece en cuanto eso se vea aquí.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>the status of %1</source>
        <translation>el estado de %1</translation>
    </message>
    <message>
        <source>The status is %1.</source>
        <translation>El estado es %1.</translation>
    </message>
    <message>
        <source>the note on %1</source>
        <translation>la nota en %1</translation>
    </message>
    <message>
        <source>The note is kept.</source>
        <translation>La nota quedó guardada.</translation>
    </message>
    <message>
        <source>Consent is withdrawn. What had not gone out is canceled.</source>
        <translation>El consentimiento quedó retirado. Lo que no había salido quedó cancelado.</translation>
    </message>
    <message>
        <source>The automatic change is taken back.</source>
        <translation>El cambio automático se deshizo.</translation>
    </message>
    <message>
        <source>Printed Sheet…</source>
        <translation>Hoja impresa…</translation>
    </message>
    <message>
        <source>For a client without a phone</source>
        <translation>Para un cliente sin teléfono</translation>
    </message>
    <message>
        <source>Close Details</source>
        <translation>Cerrar detalles</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>Cerrar los detalles (Esc)</translation>
    </message>
    <message>
        <source>This referral is not here any more</source>
        <translation>Esta derivación ya no está aquí</translation>
    </message>
    <message>
        <source>Its client may have been given to another team. Choose another referral.</source>
        <translation>Es posible que su cliente se haya asignado a otro equipo. Elija otra derivación.</translation>
    </message>
    <message>
        <source>Text File…</source>
        <translation>Archivo de texto…</translation>
    </message>
    <message>
        <source>Takes the text of a file into the note</source>
        <translation>Lleva el texto de un archivo a la nota</translation>
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
    <message>
        <source>Shared with the Client</source>
        <translation>Compartida con el cliente</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReferralFilterBar</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Clear Filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Search Referrals</source>
        <translation>Buscar derivaciones</translation>
    </message>
    <message>
        <source>Show what referrals can be filtered by</source>
        <translation>Mostrar por qué se pueden filtrar las derivaciones</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Any answer, or none</source>
        <translation>Cualquier respuesta, o ninguna</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>En espera de respuesta</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartida</translation>
    </message>
    <message>
        <source>Shared or not</source>
        <translation>Compartida o no</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>Aún no compartida</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>En el último día</numerusform>
            <numerusform>En los últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Last Activity</source>
        <translation>Última actividad</translation>
    </message>
    <message numerus="yes">
        <source>Nothing for %n day(s)</source>
        <translation>
            <numerusform>Nada desde hace %n día</numerusform>
            <numerusform>Nada desde hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Resource Site</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>Any resource site</source>
        <translation>Cualquier recurso</translation>
    </message>
    <message>
        <source>Any worker</source>
        <translation>Cualquier trabajador</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Any team</source>
        <translation>Cualquier equipo</translation>
    </message>
    <message>
        <source>Another worker</source>
        <translation>Otro trabajador</translation>
    </message>
    <message>
        <source>Another team</source>
        <translation>Otro equipo</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Made from %1</source>
        <translation>Creada desde el %1</translation>
    </message>
    <message>
        <source>Made until %1</source>
        <translation>Creada hasta el %1</translation>
    </message>
    <message>
        <source>Since a day…</source>
        <translation>Desde un día…</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Entre dos días…</translation>
    </message>
    <message>
        <source>First Day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last Day</source>
        <translation>Último día</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReferralsPage</name>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
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
        <source>Add Note</source>
        <translation>Añadir nota</translation>
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
        <source>Consent is withdrawn. What had not gone out is canceled.</source>
        <translation>El consentimiento está retirado. Lo que no había salido está cancelado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Write the rows of this table into a file for a spreadsheet (CSV)</source>
        <translation>Escribir las filas de esta tabla en un archivo para hoja de cálculo (CSV)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Deshacer %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Solo %1</translation>
    </message>
    <message>
        <source>No referral fits this search and filter.</source>
        <translation>Ninguna derivación corresponde a esta búsqueda y filtro.</translation>
    </message>
    <message>
        <source>Show All Referrals</source>
        <translation>Mostrar todas las derivaciones</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n referral(s)…</source>
        <translation>
            <numerusform>Cambiando %n derivación…</numerusform>
            <numerusform>Cambiando %n derivaciones…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) changed to %1.</source>
        <translation>
            <numerusform>%n derivación cambió a %1.</numerusform>
            <numerusform>%n derivaciones cambiaron a %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note is on %n referral(s).</source>
        <translation>
            <numerusform>La nota está en %n derivación.</numerusform>
            <numerusform>La nota está en %n derivaciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) assigned.</source>
        <translation>
            <numerusform>%n derivación asignada.</numerusform>
            <numerusform>%n derivaciones asignadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were so already.</source>
        <translation>
            <numerusform>%n ya estaba así.</numerusform>
            <numerusform>%n ya estaban así.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are no longer there.</source>
        <translation>
            <numerusform>%n ya no existe.</numerusform>
            <numerusform>%n ya no existen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting message(s) canceled.</source>
        <translation>
            <numerusform>%n mensaje pendiente cancelado.</numerusform>
            <numerusform>%n mensajes pendientes cancelados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; the others are as they were.</source>
        <translation>Detenido; las demás quedaron como estaban.</translation>
    </message>
    <message numerus="yes">
        <source>the status of %n referral(s)</source>
        <translation>
            <numerusform>el estado de %n derivación</numerusform>
            <numerusform>el estado de %n derivaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the note on %n referral(s)</source>
        <translation>
            <numerusform>la nota en %n derivación</numerusform>
            <numerusform>la nota en %n derivaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the worker of %n referral(s)</source>
        <translation>
            <numerusform>el trabajador de %n derivación</numerusform>
            <numerusform>el trabajador de %n derivaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a referral first.</source>
        <translation>Seleccione primero una derivación.</translation>
    </message>
    <message>
        <source>These referrals are of different clients, and each client agrees for themselves. Select those of one client to share them together.</source>
        <translation>Estas derivaciones son de clientes distintos, y cada cliente consiente por sí mismo. Seleccione las de un solo cliente para compartirlas juntas.</translation>
    </message>
    <message numerus="yes">
        <source>One share has at most %n resource sites: each is asked about on a day of its own.</source>
        <translation>
            <numerusform>Se puede compartir a lo sumo %n recurso a la vez.</numerusform>
            <numerusform>Se pueden compartir a lo sumo %n recursos a la vez: se pregunta por cada uno en un día propio.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them is shared with a consent that stands.</source>
        <translation>Ninguna está compartida con un consentimiento vigente.</translation>
    </message>
    <message>
        <source>Undoing %1…</source>
        <translation>Deshaciendo %1…</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Se deshizo: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed again since and stay(s) as it is.</source>
        <translation>
            <numerusform>%n cambió de nuevo desde entonces y queda como está.</numerusform>
            <numerusform>%n cambiaron de nuevo desde entonces y quedan como están.</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-ups that were canceled stay canceled; share again to ask the client.</source>
        <translation>Los seguimientos cancelados siguen cancelados; comparta de nuevo para preguntar al cliente.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Detenido antes del final.</translation>
    </message>
    <message>
        <source>Export Referrals</source>
        <translation>Exportar derivaciones</translation>
    </message>
    <message>
        <source>referrals.csv</source>
        <translation>derivaciones.csv</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Hoja de cálculo (*.csv)</translation>
    </message>
    <message>
        <source>Writing the referrals…</source>
        <translation>Escribiendo las derivaciones…</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Detenido. No se escribió ningún archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) written. The file holds personal data: keep it safe, and delete it when it has served.</source>
        <translation>
            <numerusform>%n derivación escrita. El archivo contiene datos personales: guárdelo bien y elimínelo cuando ya no haga falta.</numerusform>
            <numerusform>%n derivaciones escritas. El archivo contiene datos personales: guárdelo bien y elimínelo cuando ya no haga falta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed Sheet…</source>
        <translation>Hoja impresa…</translation>
    </message>
    <message>
        <source>These referrals are of different clients, and a sheet is for one. Select those of one client.</source>
        <translation>Estas derivaciones son de distintos clientes y una hoja es para uno solo. Seleccione las de un cliente.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReminderSection</name>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>For you on this computer. What you choose is kept at once.</source>
        <translation>Para usted en esta computadora. Lo que elija se guarda enseguida.</translation>
    </message>
    <message>
        <source>Remind me on Home of a referral about which nothing has happened for</source>
        <translation>Recordarme en Inicio una derivación sobre la que no ha pasado nada desde hace</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un día</translation>
    </message>
    <message>
        <source>two days</source>
        <translation>dos días</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>una semana</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>un mes</translation>
    </message>
    <message>
        <source>When a client answers</source>
        <translation>Cuando un cliente responde</translation>
    </message>
    <message>
        <source>Show a notification of the desktop</source>
        <translation>Mostrar una notificación del escritorio</translation>
    </message>
    <message>
        <source>With the client’s name (others may see it)</source>
        <translation>Con el nombre del cliente (otros pueden verlo)</translation>
    </message>
    <message>
        <source>Show the number of new answers in the tray</source>
        <translation>Mostrar en la bandeja el número de respuestas nuevas</translation>
    </message>
    <message>
        <source>Closing the window leaves Handrail in the tray</source>
        <translation>Al cerrar la ventana, Handrail queda en la bandeja</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ReportTableModel</name>
    <message>
        <source>Open the list</source>
        <translation>Abrir la lista</translation>
    </message>
</context>
<context>
    <name>handrail::ui::RevertButton</name>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Take back the automatic change that is selected</source>
        <translation>Deshacer el cambio automático seleccionado</translation>
    </message>
    <message>
        <source>The automatic change is taken back.</source>
        <translation>El cambio automático se deshizo.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SavedFilterBox</name>
    <message>
        <source>All referrals</source>
        <translation>Todas las derivaciones</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>En espera de respuesta</translation>
    </message>
    <message>
        <source>Answered No</source>
        <translation>Respondieron No</translation>
    </message>
    <message>
        <source>Gone quiet</source>
        <translation>Sin novedades</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>Aún no compartida</translation>
    </message>
    <message>
        <source>Open referrals of your clients</source>
        <translation>Derivaciones abiertas de sus clientes</translation>
    </message>
    <message>
        <source>A follow-up left and the client has not answered yet</source>
        <translation>Salió un seguimiento y el cliente aún no ha respondido</translation>
    </message>
    <message>
        <source>Open, and nothing has happened for two weeks; the longest first</source>
        <translation>Abiertas y sin novedad desde hace dos semanas; primero la más antigua</translation>
    </message>
    <message>
        <source>Save or Change Filter</source>
        <translation>Guardar o cambiar el filtro</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Save as a New Filter…</source>
        <translation>Guardar como filtro nuevo…</translation>
    </message>
    <message>
        <source>Save Changes to This Filter</source>
        <translation>Guardar cambios en este filtro</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Show This Filter First</source>
        <translation>Mostrar este filtro primero</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Own filter (not saved)</source>
        <translation>Filtro propio (sin guardar)</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Nombre del filtro</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation>Guardar filtro</translation>
    </message>
    <message>
        <source>Rename Filter</source>
        <translation>Cambiar nombre del filtro</translation>
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
    <name>handrail::ui::SecondFactorBox</name>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>Set Up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Your Password</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>Whether it is on can’t be shown now.</source>
        <translation>No se puede mostrar ahora si está activado.</translation>
    </message>
    <message>
        <source>Off. With a second factor, signing in takes a code of an app on your phone after the password: a stolen password alone opens nothing.</source>
        <translation>Desactivado. Con un segundo factor, después de la contraseña se pide un código de una aplicación de su teléfono: una contraseña robada por sí sola no abre nada.</translation>
    </message>
    <message>
        <source>On, as your agency asks of everybody. Recovery codes left: %1.</source>
        <translation>Activado, como su agencia pide a todas las personas. Códigos de recuperación restantes: %1.</translation>
    </message>
    <message>
        <source>On. Recovery codes left: %1. For new ones, turn it off and set it up again.</source>
        <translation>Activado. Códigos de recuperación restantes: %1. Para obtener nuevos, desactívelo y configúrelo de nuevo.</translation>
    </message>
    <message>
        <source>Turn Off…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Turn the second factor off</source>
        <translation>Desactivar el segundo factor</translation>
    </message>
    <message>
        <source>Set up a second factor</source>
        <translation>Configurar un segundo factor</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
    <message>
        <source>The second factor is on.</source>
        <translation>El segundo factor está activado.</translation>
    </message>
    <message>
        <source>The second factor is on. Keep the recovery codes.</source>
        <translation>El segundo factor está activado. Guarde los códigos de recuperación.</translation>
    </message>
    <message>
        <source>The second factor is off.</source>
        <translation>El segundo factor está desactivado.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SecuritySection</name>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>For you on this computer. What you choose is kept at once.</source>
        <translation>Para usted en esta computadora. Lo que elija se guarda de inmediato.</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Nunca por sí solo</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>Después de %n minuto</numerusform>
            <numerusform>Después de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock Handrail when nobody uses it</source>
        <translation>Bloquear Handrail cuando nadie lo usa</translation>
    </message>
    <message>
        <source>It also locks with the computer, and at once by Ctrl+L. What you were working on is kept.</source>
        <translation>También se bloquea con la computadora, y de inmediato con Ctrl+L. Lo que estaba haciendo se conserva.</translation>
    </message>
    <message>
        <source>What others may see</source>
        <translation>Lo que otros pueden ver</translation>
    </message>
    <message>
        <source>Show phone numbers in lists masked, like (•••) •••-••53</source>
        <translation>Ocultar los números de teléfono en las listas, como (•••) •••-••53</translation>
    </message>
    <message>
        <source>View &gt; Show Phone Numbers shows them for a minute. A client’s own page always has them whole.</source>
        <translation>Ver &gt; Mostrar números de teléfono los muestra por un minuto. La página de cada cliente siempre los tiene completos.</translation>
    </message>
    <message>
        <source>Notifications of the desktop say the client’s name</source>
        <translation>Las notificaciones del escritorio dicen el nombre del cliente</translation>
    </message>
    <message>
        <source>Keep Handrail out of screenshots and shared screens</source>
        <translation>Mantener Handrail fuera de las capturas y pantallas compartidas</translation>
    </message>
    <message>
        <source>This computer’s system has no way to keep a window out of screenshots.</source>
        <translation>El sistema de esta computadora no tiene forma de mantener una ventana fuera de las capturas de pantalla.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>This computer has no keychain, so the key of your data is sealed under your passphrase. Nobody can bring a forgotten one back.</source>
        <translation>Esta computadora no tiene llavero, así que la clave de sus datos está sellada con su frase de contraseña. Nadie puede recuperar una que se olvidó.</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Frase de contraseña actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation>Nueva frase de contraseña una vez más</translation>
    </message>
    <message>
        <source>Change Passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Key of the data on this computer</source>
        <translation>Clave de los datos de esta computadora</translation>
    </message>
    <message>
        <source>Clients’ data on this computer are encrypted. Make a new key where the old one may have been seen, after a repair for example. Handrail starts anew for it.</source>
        <translation>Los datos de los clientes en esta computadora están cifrados. Cree una clave nueva si alguien pudo ver la anterior, por ejemplo después de una reparación. Handrail se reinicia para ello.</translation>
    </message>
    <message>
        <source>Make a New Key…</source>
        <translation>Crear una clave nueva…</translation>
    </message>
    <message>
        <source>Type the passphrase that you have now.</source>
        <translation>Escriba la frase de contraseña que tiene ahora.</translation>
    </message>
    <message>
        <source>The two new passphrases differ.</source>
        <translation>Las dos frases nuevas son diferentes.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The old one opens nothing any more.</source>
        <translation>La frase de contraseña se cambió. La anterior ya no abre nada.</translation>
    </message>
    <message>
        <source>New Key</source>
        <translation>Clave nueva</translation>
    </message>
    <message>
        <source>Make a new key for the data on this computer?</source>
        <translation>¿Crear una clave nueva para los datos de esta computadora?</translation>
    </message>
    <message>
        <source>Handrail ends and starts anew; with many clients that takes a minute. Nothing is lost, not even where the computer is switched off in the middle of it.</source>
        <translation>Handrail termina y se inicia de nuevo; con muchos clientes esto tarda un minuto. No se pierde nada, ni siquiera si la computadora se apaga a la mitad.</translation>
    </message>
    <message>
        <source>Make a New Key</source>
        <translation>Crear una clave nueva</translation>
    </message>
    <message numerus="yes">
        <source>Your organization has fixed this: after %n minute(s).</source>
        <translation>
            <numerusform>Su organización lo ha fijado: después de %n minuto.</numerusform>
            <numerusform>Su organización lo ha fijado: después de %n minutos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Secciones de la configuración</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Aún no guardado.</translation>
    </message>
    <message>
        <source>Save the changes to «%1»?</source>
        <translation>¿Guardar los cambios de «%1»?</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>You and this computer</source>
        <translation>Usted y esta computadora</translation>
    </message>
    <message>
        <source>Your agency</source>
        <translation>Su agencia</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Configuración: %1</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ShareDone</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Print Sheet</source>
        <translation>Imprimir hoja</translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) shared with the client</source>
        <translation>
            <numerusform>%n derivación compartida con el cliente</numerusform>
            <numerusform>%n derivaciones compartidas con el cliente</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Seguimientos</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n texto</numerusform>
            <numerusform>%n textos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n email(s)</source>
        <translation>
            <numerusform>%n correo</numerusform>
            <numerusform>%n correos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>%1 waits for the server and leaves as soon as it can be reached. It is kept on this computer until then.</source>
        <translation>%1 espera al servidor y sale en cuanto se pueda conectar. Hasta entonces queda guardado en esta computadora.</translation>
    </message>
    <message>
        <source>%1 wait for the server and leave as soon as it can be reached. They are kept on this computer until then.</source>
        <translation>%1 esperan al servidor y salen en cuanto se pueda conectar. Hasta entonces quedan guardados en esta computadora.</translation>
    </message>
    <message>
        <source>%1 is on its way to the client.</source>
        <translation>%1 va en camino al cliente.</translation>
    </message>
    <message>
        <source>%1 are on their way to the client.</source>
        <translation>%1 van en camino al cliente.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::ShareLinesModel</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Follow-up text</source>
        <translation>Texto de seguimiento</translation>
    </message>
    <message>
        <source>Follow-up email</source>
        <translation>Correo de seguimiento</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <comment>Text to 937... was delivered</comment>
        <translation>%1 a %2: %3</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Debe salir ahora</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Sale: %1</translation>
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
    <message>
        <source>Keep this number in the client’s profile</source>
        <translation>Guardar este número en el perfil del cliente</translation>
    </message>
    <message>
        <source>Keep this address in the client’s profile</source>
        <translation>Guardar esta dirección en el perfil del cliente</translation>
    </message>
    <message>
        <source>%1 has no phone number and no email address in the profile. Type what the client gives you below, or print the information.</source>
        <translation>%1 no tiene número de teléfono ni correo en el perfil. Escriba abajo lo que el cliente le dé, o imprima la información.</translation>
    </message>
    <message>
        <source>Print Sheet</source>
        <translation>Imprimir hoja</translation>
    </message>
    <message>
        <source>Ready: %1 now, %2 later.</source>
        <translation>Listo: %1 ahora, %2 después.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>sent now</comment>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n seguimiento</numerusform>
            <numerusform>%n seguimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is missing yet.</source>
        <translation>Todavía falta algo.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SheetDialog</name>
    <message>
        <source>First Name on the Sheet</source>
        <translation>Nombre de pila en la hoja</translation>
    </message>
    <message>
        <source>Room for Notes</source>
        <translation>Espacio para notas</translation>
    </message>
    <message>
        <source>Ask for the Link Again</source>
        <translation>Volver a pedir el enlace</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Printed Sheet</source>
        <translation>Hoja impresa</translation>
    </message>
    <message>
        <source>Preview of the Sheet</source>
        <translation>Vista previa de la hoja</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Language of the Sheet</source>
        <translation>Idioma de la hoja</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A paper can be found by others: without the name it says nothing about whose it is.</source>
        <translation>Otras personas pueden encontrar un papel: sin el nombre no dice de quién es.</translation>
    </message>
    <message>
        <source>For a client without a phone</source>
        <translation>Para un cliente sin teléfono</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Código QR</translation>
    </message>
    <message>
        <source>Reading the directory…</source>
        <translation>Leyendo el directorio…</translation>
    </message>
    <message>
        <source>Each resource has a code of its own: its website, its map or its phone. Once referrals are made, the sheet has one code for a page with all of them.</source>
        <translation>Cada recurso tiene su propio código: su sitio web, su mapa o su teléfono. Cuando las derivaciones estén creadas, la hoja tendrá un solo código para una página con todos.</translation>
    </message>
    <message>
        <source>Asking the server for a link to a page with all of these…</source>
        <translation>Pidiendo al servidor un enlace a una página con todos estos…</translation>
    </message>
    <message>
        <source>One code opens a page with all of these resources. Whoever holds the paper can open it; it stops working after three months.</source>
        <translation>Un solo código abre una página con todos estos recursos. Quien tenga el papel puede abrirla; deja de funcionar a los tres meses.</translation>
    </message>
    <message>
        <source>There is no link to a page now, so each resource has a code of its own. %1</source>
        <translation>Ahora no hay enlace a una página, así que cada recurso tiene su propio código. %1</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Se guardó como %1.</translation>
    </message>
    <message>
        <source>The file can’t be written there. Choose another folder, or close the program that has it open.</source>
        <translation>No se puede escribir el archivo ahí. Elija otra carpeta o cierre el programa que lo tiene abierto.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The sheet is on its way to the printer.</source>
        <translation>La hoja va camino a la impresora.</translation>
    </message>
    <message>
        <source>The printer didn’t take the sheet. Check it, or save the sheet as PDF.</source>
        <translation>La impresora no aceptó la hoja. Revísela o guarde la hoja como PDF.</translation>
    </message>
    <message>
        <source>Printed a sheet with the resources for the client.</source>
        <translation>Imprimió una hoja con los recursos para el cliente.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SignInPage</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Your agency asks for a second factor. You set it up once, now.</source>
        <translation>Su agencia pide un segundo factor. Se configura una sola vez, ahora.</translation>
    </message>
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
    <message>
        <source>Sign in with %1</source>
        <translation>Iniciar sesión con %1</translation>
    </message>
    <message>
        <source>Go on in your browser: sign in there, then come back here.</source>
        <translation>Continúe en su navegador: inicie sesión allí y vuelva aquí.</translation>
    </message>
    <message>
        <source>Your organization has set this address for this computer.</source>
        <translation>Su organización ha fijado esta dirección para este equipo.</translation>
    </message>
    <message>
        <source>Your organization’s settings for this computer and its server do not agree on how to sign in. Ask your IT; nothing is lost.</source>
        <translation>La configuración de su organización para este equipo y su servidor no coinciden en cómo iniciar sesión. Consulte a su departamento de informática; no se ha perdido nada.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SignInSection</name>
    <message>
        <source>Signing In</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>What your agency asks of everybody who signs in. It holds from each person’s next sign-in: who is signed in now stays so.</source>
        <translation>Lo que su agencia pide a todas las personas que inician sesión. Vale desde el próximo inicio de sesión de cada una: quien ya inició sesión sigue así.</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Ask everybody for a second factor</source>
        <translation>Pedir a todas las personas un segundo factor</translation>
    </message>
    <message>
        <source>After the password, people type a code that an app on their phone shows. Who has no such app set up yet is led through it at the next sign-in, and nobody can turn it off. A stolen password alone then opens nothing. Who lost the phone uses a recovery code; who lost those too asks an administrator (People).</source>
        <translation>Después de la contraseña, se escribe un código que muestra una aplicación del teléfono. A quien todavía no la tiene configurada se le guía en el próximo inicio de sesión, y nadie puede desactivarla. Así, una contraseña robada no abre nada por sí sola. Quien perdió el teléfono usa un código de recuperación; quien también los perdió pide ayuda a un administrador (Personas).</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>Only an administrator can see and change how your agency signs in.</source>
        <translation>Solo un administrador puede ver y cambiar cómo inicia sesión su agencia.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>No passwords: everybody signs in with %1</source>
        <translation>Sin contraseñas: todas las personas inician sesión con %1</translation>
    </message>
    <message>
        <source>No passwords</source>
        <translation>Sin contraseñas</translation>
    </message>
    <message>
        <source>The sign-in page then asks for no password, and none is accepted. Who has no account at %1, or another email address there than in People, can’t come in. A second factor is then asked for by %1, as it is set up there. Agents beside the server keep their passwords. Sign in that way once yourself before you tick this.</source>
        <translation>La página de inicio de sesión ya no pide contraseña y no se acepta ninguna. Quien no tiene cuenta en %1, o tiene allí otra dirección de correo que en Personas, no puede entrar. El segundo factor lo pide entonces %1, según esté configurado allí. Los agentes junto al servidor conservan sus contraseñas. Inicie sesión usted así una vez antes de marcar esto.</translation>
    </message>
    <message>
        <source>Your server is not joined to an organisation’s accounts (OpenID Connect), so passwords are the way in. Who runs your server can join it: «Second factor and single sign-on» in the administrator’s guide.</source>
        <translation>Su servidor no está unido a las cuentas de una organización (OpenID Connect), así que se entra con contraseña. Quien administra su servidor puede unirlo: «Second factor and single sign-on» en la guía del administrador.</translation>
    </message>
    <message>
        <source>Saved. It holds from each person’s next sign-in.</source>
        <translation>Guardado. Vale desde el próximo inicio de sesión de cada persona.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SiteDetails</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Who can come</source>
        <translation>Quién puede ir</translation>
    </message>
    <message>
        <source>Area served</source>
        <translation>Zona que atiende</translation>
    </message>
    <message>
        <source>How to apply</source>
        <translation>Cómo solicitarlo</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation>Intérpretes</translation>
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
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>The directory had this checked on %1.</source>
        <translation>El directorio lo verificó el %1.</translation>
    </message>
    <message>
        <source>The directory doesn’t say when this was last checked: call before you send somebody far.</source>
        <translation>El directorio no dice cuándo se verificó por última vez: llame antes de enviar a alguien lejos.</translation>
    </message>
    <message>
        <source>This resource has left the directory. Call before you use it.</source>
        <translation>Este recurso ya no está en el directorio. Llame antes de usarlo.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Tenga en cuenta</translation>
    </message>
    <message>
        <source>Address and contact</source>
        <translation>Dirección y contacto</translation>
    </message>
    <message>
        <source>Show on a Map</source>
        <translation>Ver en un mapa</translation>
    </message>
    <message>
        <source>Open Website</source>
        <translation>Abrir el sitio web</translation>
    </message>
    <message>
        <source>Write Email</source>
        <translation>Escribir un correo</translation>
    </message>
    <message>
        <source> ext. %1</source>
        <translation> ext. %1</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>fax</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>The directory has no hours for this resource. Call before you send somebody.</source>
        <translation>El directorio no tiene el horario de este recurso. Llame antes de enviar a alguien.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
</context>
<context>
    <name>handrail::ui::SiteFilters</name>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>Cualquier categoría</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Any city</source>
        <translation>Cualquier ciudad</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>Near (ZIP code, city or address)</source>
        <translation>Cerca de (código postal, ciudad o dirección)</translation>
    </message>
    <message>
        <source>Near: ZIP, city, address</source>
        <translation>Cerca de: código postal, ciudad</translation>
    </message>
    <message>
        <source>The nearest come first. Places are those that the directory knows; nothing is looked up on the internet.</source>
        <translation>Los más cercanos van primero. Los lugares son los que conoce el directorio; no se busca nada en internet.</translation>
    </message>
    <message>
        <source>Open Now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message>
        <source>Only where it is sure; sites without known hours are left out.</source>
        <translation>Solo cuando es seguro; se omiten los recursos sin horario conocido.</translation>
    </message>
    <message>
        <source>Free or Low Cost</source>
        <translation>Gratis o de bajo costo</translation>
    </message>
    <message>
        <source>Judged by the directory’s words about the cost.</source>
        <translation>Según lo que dice el directorio sobre el costo.</translation>
    </message>
    <message>
        <source>Wheelchair Access</source>
        <translation>Acceso en silla de ruedas</translation>
    </message>
    <message>
        <source>Judged by the directory’s words.</source>
        <translation>Según lo que dice el directorio.</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>The resources that you marked with a star.</source>
        <translation>Los recursos que usted marcó con una estrella.</translation>
    </message>
    <message>
        <source>Recently Used</source>
        <translation>Usados recientemente</translation>
    </message>
    <message>
        <source>The resources that you referred clients to, latest first.</source>
        <translation>Los recursos a los que usted derivó clientes, los últimos primero.</translation>
    </message>
    <message>
        <source>Clear Filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>No resource of the directory is at this place. Try a ZIP code or a city nearby.</source>
        <translation>Ningún recurso del directorio está en ese lugar. Pruebe con un código postal o una ciudad cercana.</translation>
    </message>
    <message>
        <source>Several places are called so. Add the state or a ZIP code.</source>
        <translation>Varios lugares se llaman así. Añada el estado o un código postal.</translation>
    </message>
    <message numerus="yes">
        <source>Nearest to %1 first, measured from the %n resource(s) there. Those whose place is not known come last.</source>
        <translation>
            <numerusform>Los más cercanos a %1 primero, medidos desde el %n recurso de ahí. Los que no tienen lugar conocido van al final.</numerusform>
            <numerusform>Los más cercanos a %1 primero, medidos desde los %n recursos de ahí. Los que no tienen lugar conocido van al final.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SyncSection</name>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>This computer works without the network; what you do here goes to the server by itself.</source>
        <translation>Esta computadora funciona sin la red; lo que usted hace aquí va al servidor por sí solo.</translation>
    </message>
    <message>
        <source>Sync Now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>The server last answered: %1.</source>
        <translation>El servidor respondió por última vez: %1.</translation>
    </message>
    <message>
        <source>The server has not answered this computer yet.</source>
        <translation>El servidor aún no ha respondido a esta computadora.</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Servidor: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Nothing waits on this computer.</source>
        <translation>Nada espera en esta computadora.</translation>
    </message>
    <message>
        <source>Waiting for the server: %1.</source>
        <translation>Esperan al servidor: %1.</translation>
    </message>
    <message>
        <source>Changes that the server refused</source>
        <translation>Cambios que el servidor rechazó</translation>
    </message>
    <message>
        <source>They are kept on this computer, but nobody else sees them.</source>
        <translation>Se conservan en esta computadora, pero nadie más los ve.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Y %n más.</numerusform>
            <numerusform>Y %n más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handrail::ui::SystemTray</name>
    <message>
        <source>Handrail</source>
        <translation>Handrail</translation>
    </message>
    <message numerus="yes">
        <source>Handrail – %n new from clients</source>
        <translation>
            <numerusform>Handrail – %n novedad de clientes</numerusform>
            <numerusform>Handrail – %n novedades de clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Handrail</source>
        <translation>Abrir Handrail</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>handrail::ui::TeamPage</name>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Numbers as CSV…</source>
        <translation>Números como CSV…</translation>
    </message>
    <message>
        <source>Mark the CSV as UTF-8 (for Excel)</source>
        <translation>Marcar el CSV como UTF-8 (para Excel)</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Informe como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Desde … hasta …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Contando</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Counting was stopped. What you see is from before.</source>
        <translation>Se detuvo el conteo. Lo que ve es de antes.</translation>
    </message>
    <message>
        <source>Counting was stopped. Choose a period to count again.</source>
        <translation>Se detuvo el conteo. Elija un período para contar otra vez.</translation>
    </message>
    <message>
        <source>Activity of the Team</source>
        <translation>Actividad del equipo</translation>
    </message>
    <message>
        <source>Activity of the team in this period</source>
        <translation>Actividad del equipo en este período</translation>
    </message>
    <message>
        <source>The activity can’t be read</source>
        <translation>La actividad no se puede leer</translation>
    </message>
    <message>
        <source>Nothing happened</source>
        <translation>No pasó nada</translation>
    </message>
    <message>
        <source>Choose a longer period, or another team or worker.</source>
        <translation>Elija un período más largo, u otro equipo o trabajador.</translation>
    </message>
    <message>
        <source>The numbers can’t be read</source>
        <translation>Los números no se pueden leer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>For supervisors and administrators</source>
        <translation>Para supervisores y administradores</translation>
    </message>
    <message>
        <source>Your own referrals and what became of them are on the pages Referrals and Recent Activity.</source>
        <translation>Sus propias derivaciones y lo que fue de ellas están en las páginas Derivaciones y Actividad reciente.</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>Todos los equipos</translation>
    </message>
    <message>
        <source>All workers</source>
        <translation>Todos los trabajadores</translation>
    </message>
    <message>
        <source>Offline: these are the numbers of %1.</source>
        <translation>Sin conexión: estos son los números de %1.</translation>
    </message>
    <message>
        <source>Offline: these are the numbers of what this computer has.</source>
        <translation>Sin conexión: estos son los números de lo que tiene esta computadora.</translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation>Trabajador: %1</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <translation>Equipo: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>A fecha de %1</translation>
    </message>
    <message>
        <source>Save Numbers as CSV</source>
        <translation>Guardar los números como CSV</translation>
    </message>
    <message>
        <source>Save Report as PDF</source>
        <translation>Guardar el informe como PDF</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>team report</source>
        <translation>informe del equipo</translation>
    </message>
    <message>
        <source>The report is saved in %1.</source>
        <translation>El informe se guardó en %1.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::TeamsSection</name>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Add Team</source>
        <translation>Agregar equipo</translation>
    </message>
    <message>
        <source>Name of a New Team</source>
        <translation>Nombre de un equipo nuevo</translation>
    </message>
    <message>
        <source>Only an administrator can change these settings.</source>
        <translation>Solo un administrador puede cambiar esta configuración.</translation>
    </message>
    <message>
        <source>There is no team yet. Give the first one a name below.</source>
        <translation>Aún no hay ningún equipo. Dé un nombre al primero aquí abajo.</translation>
    </message>
    <message>
        <source>There is no team yet.</source>
        <translation>Aún no hay ningún equipo.</translation>
    </message>
    <message>
        <source>%1 (supervisor)</source>
        <translation>%1 (supervisor)</translation>
    </message>
    <message>
        <source>Nobody is in it yet.</source>
        <translation>Aún no hay nadie en él.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Cambiar el nombre de %1</translation>
    </message>
    <message>
        <source>Rename Team</source>
        <translation>Cambiar nombre del equipo</translation>
    </message>
    <message>
        <source>Name of the team</source>
        <translation>Nombre del equipo</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>A supervisor sees the referrals of their team. Who is in a team is set under People.</source>
        <translation>Quien supervisa ve las derivaciones de su equipo. Quién está en un equipo se define en Personas.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::TemplatesSection</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>What clients are told, message by message and language by language. Words in braces are filled in when the message is written.</source>
        <translation>Lo que se dice a los clientes, mensaje por mensaje e idioma por idioma. Las palabras entre llaves se completan cuando se escribe el mensaje.</translation>
    </message>
    <message>
        <source>Words to fill in</source>
        <translation>Palabras que se completan</translation>
    </message>
    <message>
        <source>What the client will see</source>
        <translation>Lo que verá el cliente</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>First text, with the link to the resources</source>
        <translation>Primer texto, con el enlace a los recursos</translation>
    </message>
    <message>
        <source>First email, with the link to the resources</source>
        <translation>Primer correo, con el enlace a los recursos</translation>
    </message>
    <message>
        <source>Follow-up text, with the question</source>
        <translation>Texto de seguimiento, con la pregunta</translation>
    </message>
    <message>
        <source>Follow-up email, with the question</source>
        <translation>Correo de seguimiento, con la pregunta</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Words of the Message</source>
        <translation>Palabras del mensaje</translation>
    </message>
    <message>
        <source>Reset to the Built-In Text</source>
        <translation>Volver al texto incorporado</translation>
    </message>
    <message>
        <source>Only an administrator can change these settings.</source>
        <translation>Solo un administrador puede cambiar esta configuración.</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>Insertar %1</translation>
    </message>
    <message>
        <source>%1 (must be there)</source>
        <translation>%1 (debe estar)</translation>
    </message>
    <message>
        <source>Your agency’s own text.</source>
        <translation>Texto propio de su agencia.</translation>
    </message>
    <message>
        <source>The built-in text.</source>
        <translation>El texto incorporado.</translation>
    </message>
    <message>
        <source>The preview comes back when the text can be used.</source>
        <translation>La vista previa vuelve cuando el texto se pueda usar.</translation>
    </message>
    <message>
        <source>Saved. Messages that go out from now on use these words.</source>
        <translation>Guardado. Los mensajes que salgan desde ahora usan estas palabras.</translation>
    </message>
    <message>
        <source>This is what you typed and did not save (%1).</source>
        <translation>Esto es lo que usted escribió y no guardó (%1).</translation>
    </message>
    <message>
        <source>Texts of messages</source>
        <translation>Textos de los mensajes</translation>
    </message>
    <message>
        <source>Neutral Name</source>
        <translation>Nombre neutral</translation>
    </message>
    <message>
        <source>Leave it empty, and messages name the program. With a name here, all messages and pages come from that name, and their texts are neutral ones: they name no program, resource, client or worker. Agree the name with your carrier first, and tell clients at consent who will write. The consent itself names the program.</source>
        <translation>Si lo deja vacío, los mensajes nombran el programa. Con un nombre aquí, todos los mensajes y las páginas llegan con ese nombre y con textos neutrales: no nombran el programa, los recursos, al cliente ni a quien lo atiende. Acuerde antes el nombre con su operador y, al pedir el consentimiento, diga a los clientes quién les escribirá. El consentimiento mismo nombra el programa.</translation>
    </message>
    <message>
        <source>Your agency’s own neutral text.</source>
        <translation>El texto neutral propio de su agencia.</translation>
    </message>
    <message>
        <source>The built-in neutral text.</source>
        <translation>El texto neutral incluido.</translation>
    </message>
</context>
<context>
    <name>handrail::ui::TriageView</name>
    <message>
        <source>%1 becomes %2; its waiting follow-ups are canceled.</source>
        <translation>%1 pasa a %2; se cancelan sus seguimientos pendientes.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>resource, status</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – asked %2</source>
        <translation>%1 – preguntado %2</translation>
    </message>
    <message>
        <source>&amp;No: the client did not receive services</source>
        <translation>&amp;No: el cliente no recibió servicios</translation>
    </message>
    <message>
        <source>&amp;Yes: the client received services</source>
        <translation>&amp;Sí: el cliente recibió servicios</translation>
    </message>
    <message>
        <source>A note, if you want to keep one</source>
        <translation>Una nota, si desea guardar una</translation>
    </message>
    <message>
        <source>About which referral?</source>
        <translation>¿De qué derivación trata?</translation>
    </message>
    <message>
        <source>Choose a message</source>
        <translation>Elija un mensaje</translation>
    </message>
    <message>
        <source>Choose the client</source>
        <translation>Elija el cliente</translation>
    </message>
    <message>
        <source>Choose the referral</source>
        <translation>Elija la derivación</translation>
    </message>
    <message>
        <source>Choose the referral that it is about.</source>
        <translation>Elija la derivación de que trata.</translation>
    </message>
    <message>
        <source>Choose what the message means.</source>
        <translation>Elija qué significa el mensaje.</translation>
    </message>
    <message>
        <source>Choose whose message it is.</source>
        <translation>Elija de quién es el mensaje.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Clients’ Messages</source>
        <translation>Mensajes de clientes</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>No longer &amp;interested in services</source>
        <translation>Ya no le &amp;interesan los servicios</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing changes; the message leaves this list.</source>
        <translation>Nada cambia; el mensaje sale de esta lista.</translation>
    </message>
    <message>
        <source>Nothing more is sent to this address, and what waits for it is canceled. Only the client can change that.</source>
        <translation>No se envía nada más a esta dirección, y se cancela lo que esperaba. Solo el cliente puede cambiarlo.</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nada que leer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Registrado: %1</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Select one to see what was asked and to say what it means.</source>
        <translation>Seleccione uno para ver qué se preguntó y decir qué significa.</translation>
    </message>
    <message>
        <source>Something &amp;else: nothing changes</source>
        <translation>&amp;Otra cosa: nada cambia</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Taken back: the message waits to be read again.</source>
        <translation>Deshecho: el mensaje espera de nuevo a ser leído.</translation>
    </message>
    <message>
        <source>The messages can’t be read</source>
        <translation>No se pueden leer los mensajes</translation>
    </message>
    <message>
        <source>The status of %1 stays; the answer shows in Recent Activity.</source>
        <translation>El estado de %1 no cambia; la respuesta se ve en Actividad reciente.</translation>
    </message>
    <message>
        <source>This message can’t be read</source>
        <translation>No se puede leer este mensaje</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Wants no more &amp;messages here</source>
        <translation>No quiere más &amp;mensajes aquí</translation>
    </message>
    <message>
        <source>What a client writes and no rule understands appears here by itself.</source>
        <translation>Lo que un cliente escribe y ninguna regla entiende aparece aquí por sí solo.</translation>
    </message>
    <message>
        <source>What does it mean?</source>
        <translation>¿Qué significa?</translation>
    </message>
    <message>
        <source>What these clients wrote, no rule may decide. Say what each message means.</source>
        <translation>Ninguna regla puede decidir lo que escribieron estos clientes. Diga qué significa cada mensaje.</translation>
    </message>
    <message>
        <source>Whose message is it?</source>
        <translation>¿De quién es el mensaje?</translation>
    </message>
    <message>
        <source>no client has this address</source>
        <translation>ningún cliente tiene esta dirección</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>dado de baja</translation>
    </message>
    <message>
        <source>several clients have this address</source>
        <translation>varios clientes tienen esta dirección</translation>
    </message>
    <message>
        <source>Note on a message of %1</source>
        <translation>Nota sobre un mensaje de %1</translation>
    </message>
</context>
<context>
    <name>handrail::ui::WithdrawDialog</name>
    <message>
        <source>Withdraw Consent</source>
        <translation>Retirar consentimiento</translation>
    </message>
    <message>
        <source>Messages that will be canceled</source>
        <translation>Mensajes que se cancelarán</translation>
    </message>
    <message>
        <source>What the client said (if you want to keep it)</source>
        <translation>Lo que dijo el cliente (si quiere guardarlo)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The text with the information</source>
        <translation>El texto con la información</translation>
    </message>
    <message>
        <source>The email with the information</source>
        <translation>El correo con la información</translation>
    </message>
    <message>
        <source>%1: follow-up text about %2</source>
        <translation>%1: texto de seguimiento sobre %2</translation>
    </message>
    <message>
        <source>%1: follow-up email about %2</source>
        <translation>%1: correo de seguimiento sobre %2</translation>
    </message>
    <message>
        <source>All messages of this share have gone out; nothing is left to cancel. The withdrawal is recorded.</source>
        <translation>Todos los mensajes ya salieron; no queda nada por cancelar. El retiro queda registrado.</translation>
    </message>
    <message>
        <source>These messages will not go out:</source>
        <translation>Estos mensajes no saldrán:</translation>
    </message>
    <message numerus="yes">
        <source>The consent covers %n referral(s), shared together: %1.</source>
        <translation>
            <numerusform>El consentimiento abarca %n derivación: %1.</numerusform>
            <numerusform>El consentimiento abarca %n derivaciones, compartidas juntas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) went out already.</source>
        <translation>
            <numerusform>%n mensaje ya salió.</numerusform>
            <numerusform>%n mensajes ya salieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>This can’t be undone; with a new consent you can share again.</source>
        <translation>Esto no se puede deshacer; con un nuevo consentimiento puede compartir de nuevo.</translation>
    </message>
    <message>
        <source>Withdrawing consent</source>
        <translation>Retiro del consentimiento</translation>
    </message>
</context>
</TS>
