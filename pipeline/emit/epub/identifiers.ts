import { createHash } from 'node:crypto';

/** Namespace of names that are addresses: RFC 9562, §6.6. */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** Version 5 UUID (RFC 9562, §5.5) as an address: the same name has the same identifier in every build. */
export function uuidOf(name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(urlNamespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const groups = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(digest.toString('hex'));
  return `urn:uuid:${groups?.slice(1).join('-')}`;
}
