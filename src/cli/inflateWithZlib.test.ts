import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflateMembers } from '../io/inflateMembers';
import { inflateWithZlib } from './inflateWithZlib';

async function lengthOf(inflate: typeof inflateWithZlib, bytes: Buffer): Promise<number | 'refused'> {
  let length = 0;
  try {
    for await (const chunk of inflate(new Blob([Uint8Array.from(bytes)]))) length += chunk.length;
    return length;
  } catch {
    return 'refused';
  }
}

const member = gzipSync(Buffer.alloc(3000, 7));

test.each<[string, Buffer, number | 'refused']>([
  ['one member', member, 3000],
  ['two members', Buffer.concat([member, member]), 6000],
  ['padding', Buffer.concat([member, Buffer.alloc(600)]), 3000],
  ['other bytes', Buffer.concat([member, Buffer.from('more')]), 'refused'],
  ['padding and other bytes', Buffer.concat([member, Buffer.alloc(600), Buffer.from('more')]), 'refused'],
  ['padding and another member', Buffer.concat([member, Buffer.alloc(600), member]), 'refused'],
  ['a member that ends early', member.subarray(0, -9), 'refused'],
])('the command line reads %s as the page does', async (_, bytes, expected) => {
  expect(await lengthOf(inflateWithZlib, bytes)).toBe(expected);
  expect(await lengthOf(inflateMembers, bytes)).toBe(expected);
});
