import { createSocket } from "node:dgram";
import { once } from "node:events";

/** Records by `name TYPE`, as a zone file has them: `"agents.example.com MX": ["10 inbound.example"]`. */
export type Zone = Record<string, string[]>;

const TYPES: Record<number, string> = { 1: "A", 5: "CNAME", 15: "MX", 16: "TXT", 28: "AAAA" };
const HEADER = 12;

/** A name server for one zone (RFC 1035), on a port of this machine. What it does not know does not exist. */
export async function startDnsStub(zone: Zone) {
  const socket = createSocket("udp4");
  socket.on("message", (query, { port, address }) => socket.send(answerTo(query, zone), port, address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  return {
    zone,
    address: `127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function answerTo(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = query.readUInt16BE(at + 1);
  const question = query.subarray(HEADER, at + 5);
  const found = zone[`${labels.join(".").toLowerCase()} ${TYPES[type]}`] ?? [];
  const header = Buffer.alloc(HEADER);
  query.copy(header, 0, 0, 2);
  // An answer, recursion available; code 3 for a name that is not there.
  header.writeUInt16BE(0x8180 | (found.length === 0 ? 3 : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found.length, 6);
  return Buffer.concat([header, question, ...found.map((value) => record(type, value))]);
}

/** The name is a pointer to the question's. */
function record(type: number, value: string): Buffer {
  const data = dataOf(type, value);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: number, value: string): Buffer {
  switch (TYPES[type]) {
    case "A":
      return Buffer.from(value.split(".").map(Number));
    case "AAAA":
      // Written in full: eight groups of four digits.
      return Buffer.from(value.replaceAll(":", ""), "hex");
    case "MX": {
      const [priority, host = ""] = value.split(" ");
      return Buffer.concat([Buffer.from([0, Number(priority)]), nameOf(host)]);
    }
    case "TXT":
      return Buffer.concat([Buffer.from([value.length]), Buffer.from(value, "latin1")]);
    default:
      return nameOf(value);
  }
}

function nameOf(host: string): Buffer {
  const labels = host.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}
