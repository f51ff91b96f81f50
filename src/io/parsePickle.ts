/** What a pickle can hold as far as it is plain; whatever Python would have to run stays a call. */
export type Pickled =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | Pickled[]
  | Map<Pickled, Pickled>
  | PickledCall;

/** Something that Python would make by running code: only what it is called and what it is given is known. */
export class PickledCall {
  constructor(
    readonly name: string,
    readonly parameters: Pickled[],
  ) {}
}

const MARK = Symbol('mark');
type Item = Pickled | typeof MARK;

/** As many steps as a list of numbers of 4 MB takes; a header of nnU-Net takes some hundreds. */
const MOST_BYTES = 1 << 22;

/**
 * Reads a pickle (protocols 0 to 5) without running anything: numbers, text, lists, tuples (as lists), dicts and
 * sets (as lists) come as they are, everything else as a PickledCall. Throws an Error for what is no pickle.
 */
export function parsePickle(bytes: Uint8Array): Pickled {
  if (bytes.length > MOST_BYTES) throw new Error('too long');
  return new Machine(bytes).run();
}

class Machine {
  private at = 0;
  private readonly view: DataView;
  private readonly stack: Item[] = [];
  private readonly memo = new Map<number, Item>();

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  run(): Pickled {
    for (;;) {
      const code = this.take(1)[0];
      if (code === 0x2e) return this.pop();
      const step = steps[code];
      if (!step) throw new Error(`unknown step ${code}`);
      step(this);
    }
  }

  take(length: number): Uint8Array {
    if (!(length >= 0) || this.at + length > this.bytes.length) throw new Error('it ends too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number(bytes: 1 | 2 | 4 | 8, isSigned = false): number {
    const at = this.at;
    this.take(bytes);
    if (bytes === 1) return this.view.getUint8(at);
    if (bytes === 2) return this.view.getUint16(at, true);
    if (bytes === 4) return isSigned ? this.view.getInt32(at, true) : this.view.getUint32(at, true);
    return Number(this.view.getBigUint64(at, true));
  }

  double(): number {
    const at = this.at;
    this.take(8);
    return this.view.getFloat64(at);
  }

  text(bytes: Uint8Array): string {
    return new TextDecoder().decode(bytes);
  }

  line(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end < 0) throw new Error('it ends too early');
    const line = this.text(this.take(end - this.at));
    this.take(1);
    return line;
  }

  push(item: Item): void {
    this.stack.push(item);
  }

  pop(): Pickled {
    const item = this.stack.pop();
    if (item === undefined || item === MARK) throw new Error('nothing to take');
    return item;
  }

  top(): Pickled {
    const item = this.pop();
    this.push(item);
    return item;
  }

  mark(): void {
    this.stack.push(MARK);
  }

  /** Everything since the last mark, which goes as well. */
  sinceMark(): Pickled[] {
    const place = this.stack.lastIndexOf(MARK);
    if (place < 0) throw new Error('nothing to take');
    const items = this.stack.splice(place).slice(1) as Pickled[];
    return items;
  }

  remember(key: number): void {
    this.memo.set(key, this.top());
  }

  rememberNext(): void {
    this.remember(this.memo.size);
  }

  recall(key: number): void {
    const item = this.memo.get(key);
    if (item === undefined) throw new Error('nothing to recall');
    this.push(item);
  }

  /** Adds items to the list, or pairs to the dict, on top; of a call they are of no interest. */
  add(items: Pickled[], isPairs: boolean): void {
    const onto = this.top();
    if (Array.isArray(onto) && !isPairs) for (const item of items) onto.push(item);
    else if (onto instanceof Map && isPairs) setPairs(onto, items);
    else if (!(onto instanceof PickledCall)) throw new Error('nothing to add to');
  }

  /** Takes the parameters and what is called. */
  call(parameters: Pickled): void {
    const called = this.pop();
    const name = called instanceof PickledCall ? called.name : '';
    this.push(new PickledCall(name, Array.isArray(parameters) ? parameters : []));
  }
}

function setPairs(map: Map<Pickled, Pickled>, items: Pickled[]): Map<Pickled, Pickled> {
  if (items.length % 2 !== 0) throw new Error('a key without a value');
  for (let index = 0; index < items.length; index += 2) map.set(items[index], items[index + 1]);
  return map;
}

/** Little-endian two's complement. */
function longOf(bytes: Uint8Array): number {
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]);
  return Number(bytes.length > 0 ? BigInt.asIntN(bytes.length * 8, value) : 0n);
}

/** "12L", "01" for true. */
function numberOfLine(line: string): number {
  const value = Number(line.replace(/L$/, ''));
  if (line === '' || Number.isNaN(value)) throw new Error('no number');
  return value;
}

const longBytes = 64;
function takeLong(machine: Machine, length: number): void {
  if (length > longBytes) throw new Error('no number');
  machine.push(longOf(machine.take(length)));
}

const quoted = (line: string) => line.slice(1, -1);

/** Python's opcodes (pickletools). */
const steps: Record<number, (machine: Machine) => void> = {
  128: (m) => m.take(1), // PROTO
  149: (m) => m.take(8), // FRAME
  40: (m) => m.mark(), // MARK
  48: (m) => void m.pop(), // POP
  49: (m) => void m.sinceMark(), // POP_MARK
  50: (m) => m.push(m.top()), // DUP
  73: (m) => m.push(numberOfLine(m.line())), // INT
  76: (m) => m.push(numberOfLine(m.line())), // LONG
  70: (m) => m.push(numberOfLine(m.line())), // FLOAT
  74: (m) => m.push(m.number(4, true)), // BININT
  75: (m) => m.push(m.number(1)), // BININT1
  77: (m) => m.push(m.number(2)), // BININT2
  138: (m) => takeLong(m, m.number(1)), // LONG1
  139: (m) => takeLong(m, m.number(4)), // LONG4
  71: (m) => m.push(m.double()), // BINFLOAT
  78: (m) => m.push(null), // NONE
  136: (m) => m.push(true), // NEWTRUE
  137: (m) => m.push(false), // NEWFALSE
  83: (m) => m.push(quoted(m.line())), // STRING
  84: (m) => m.push(m.text(m.take(m.number(4)))), // BINSTRING
  85: (m) => m.push(m.text(m.take(m.number(1)))), // SHORT_BINSTRING
  86: (m) => m.push(m.line()), // UNICODE
  88: (m) => m.push(m.text(m.take(m.number(4)))), // BINUNICODE
  140: (m) => m.push(m.text(m.take(m.number(1)))), // SHORT_BINUNICODE
  141: (m) => m.push(m.text(m.take(m.number(8)))), // BINUNICODE8
  66: (m) => m.push(m.take(m.number(4))), // BINBYTES
  67: (m) => m.push(m.take(m.number(1))), // SHORT_BINBYTES
  142: (m) => m.push(m.take(m.number(8))), // BINBYTES8
  150: (m) => m.push(m.take(m.number(8))), // BYTEARRAY8
  93: (m) => m.push([]), // EMPTY_LIST
  97: (m) => m.add([m.pop()], false), // APPEND
  101: (m) => m.add(m.sinceMark(), false), // APPENDS
  108: (m) => m.push(m.sinceMark()), // LIST
  41: (m) => m.push([]), // EMPTY_TUPLE
  116: (m) => m.push(m.sinceMark()), // TUPLE
  133: (m) => m.push([m.pop()]), // TUPLE1
  134: (m) => m.push([m.pop(), m.pop()].reverse()), // TUPLE2
  135: (m) => m.push([m.pop(), m.pop(), m.pop()].reverse()), // TUPLE3
  125: (m) => m.push(new Map()), // EMPTY_DICT
  100: (m) => m.push(setPairs(new Map(), m.sinceMark())), // DICT
  115: (m) => m.add([m.pop(), m.pop()].reverse(), true), // SETITEM
  117: (m) => m.add(m.sinceMark(), true), // SETITEMS
  143: (m) => m.push([]), // EMPTY_SET
  144: (m) => m.add(m.sinceMark(), false), // ADDITEMS
  145: (m) => m.push(m.sinceMark()), // FROZENSET
  103: (m) => m.recall(numberOfLine(m.line())), // GET
  104: (m) => m.recall(m.number(1)), // BINGET
  106: (m) => m.recall(m.number(4)), // LONG_BINGET
  112: (m) => m.remember(numberOfLine(m.line())), // PUT
  113: (m) => m.remember(m.number(1)), // BINPUT
  114: (m) => m.remember(m.number(4)), // LONG_BINPUT
  148: (m) => m.rememberNext(), // MEMOIZE
  99: (m) => m.push(new PickledCall(`${m.line()}.${m.line()}`, [])), // GLOBAL
  147: (m) => {
    const [name, module] = [m.pop(), m.pop()];
    m.push(new PickledCall(`${module}.${name}`, []));
  }, // STACK_GLOBAL
  82: (m) => m.call(m.pop()), // REDUCE
  129: (m) => m.call(m.pop()), // NEWOBJ
  146: (m) => {
    m.pop();
    m.call(m.pop());
  }, // NEWOBJ_EX
  98: (m) => void m.pop(), // BUILD
};
