import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { decode, encode, type Packet, streamDecode, streamEncode, TRUNCATED_RESPONSE } from "dns-packet";
import { answerOf } from "./answer.ts";
import type { Zone } from "./zone.ts";

export type DnsServer = { address: string; stop(): Promise<void> };

/** The most bytes of an answer by UDP that every client takes (RFC 1035, 4.2.1); a longer one is fetched by TCP. */
const MAX_UDP = 512;

/** A name server for this machine only, by UDP and TCP on one free port of 127.0.0.1. */
export async function startDns(zone: Zone): Promise<DnsServer> {
  const tcp = startTcp(zone);
  tcp.listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const bound = tcp.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const udp = await startUdp(zone, port);
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
}

async function startUdp(zone: Zone, port: number): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on("message", (bytes, { port: to, address }) => {
    const reply = replyTo(() => decode(bytes), zone);
    if (reply === undefined) return;
    const whole = encode(reply);
    const cut = { ...reply, answers: [], flags: (reply.flags ?? 0) | TRUNCATED_RESPONSE };
    socket.send(whole.length > MAX_UDP ? encode(cut) : whole, to, address);
  });
  socket.bind(port, "127.0.0.1");
  await once(socket, "listening");
  return socket;
}

function startTcp(zone: Zone): Server {
  return createServer((connection) => {
    let received = Buffer.alloc(0);
    // A client that goes away in the middle of a query needs no answer.
    connection.on("error", () => connection.destroy());
    connection.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      const query = received;
      received = Buffer.alloc(0);
      const reply = replyTo(() => streamDecode(query), zone);
      if (reply === undefined) connection.destroy();
      else connection.end(streamEncode(reply));
    });
  });
}

/** What is no query gets no answer. */
function replyTo(read: () => Packet | null, zone: Zone): Packet | undefined {
  try {
    const query = read();
    return query === null ? undefined : answerOf(query, zone);
  } catch {
    return undefined;
  }
}
