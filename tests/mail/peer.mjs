// SPDX-License-Identifier: GPL-3.0-or-later
// peer.mjs PORTS FOLDER: mail servers on loopback for the tests, by the npm package smtp-server: with TLS from the first
// byte or STARTTLS, with good and bad certificates, and with sign-in. What happens is told in FOLDER/peer.log, one JSON
// object a line. The access token that XOAUTH2 wants stands in FOLDER/token-wanted.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
const require = createRequire(path.join(process.env.HANDRAIL_MAIL_MODULES, "x.js"));
const { SMTPServer } = require("smtp-server");

const ports = JSON.parse(process.argv[2]);
const folder = process.argv[3];
const read = (name) => fs.readFileSync(path.join(folder, name));
const tell = (event) => fs.appendFileSync(path.join(folder, "peer.log"), JSON.stringify(event) + "\n");

function serve(name, options) {
    const server = new SMTPServer({
        name: "mx.agency.test",
        key: read(`${options.cert ?? "good"}.key`),
        cert: read(`${options.cert ?? "good"}.pem`),
        secure: options.secure ?? false,
        authMethods: options.methods ?? ["PLAIN"],
        authOptional: options.methods === undefined,
        disabledCommands: options.methods === undefined ? ["AUTH"] : [],
        allowInsecureAuth: false,
        onConnect(session, callback) { tell({ server: name, event: "connect", session: session.id }); callback(); },
        onAuth(auth, session, callback) {
            const good = auth.method === "XOAUTH2"
                ? auth.username === "agency" && auth.accessToken === read("token-wanted").toString().trim()
                : auth.username === "agency" && auth.password === "correct horse";
            tell({ server: name, event: "auth", session: session.id, method: auth.method, good, tls: !!session.secure });
            if (good) callback(null, { user: "agency" });
            else if (auth.method === "XOAUTH2") callback(null, { data: { status: "401", schemes: "bearer" } });
            else callback(new Error("no such user"));
        },
        onData(stream, session, callback) {
            let size = 0;
            stream.on("data", (chunk) => { size += chunk.length; });
            stream.on("end", () => {
                tell({ server: name, event: "mail", session: session.id, tls: !!session.secure, size,
                       from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address) });
                callback();
            });
        },
    });
    server.on("error", (error) => tell({ server: name, event: "error", message: error.message }));
    return new Promise((done) => server.listen(ports[name], "127.0.0.1", done));
}

await serve("starttls", {});
await serve("tls", { secure: true });
await serve("plain_auth", { methods: ["PLAIN"] });
await serve("login_auth", { methods: ["LOGIN"], secure: true });
await serve("xoauth2", { methods: ["XOAUTH2"] });
await serve("selfsigned", { cert: "selfsigned", secure: true });
await serve("wrongname", { cert: "wrongname", secure: true });
await serve("expired", { cert: "expired" });
tell({ event: "ready" });
