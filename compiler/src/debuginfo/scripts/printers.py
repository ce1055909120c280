# Printers for gdb: strings and containers of libc++ and of Rust's standard library, pointers to functions, and strings
# below 64 KiB. gdb loads them from the section .debug_gdb_scripts of the executable, if the user trusts its path.
#
# A guest pointer is an address in linear memory. Debug information makes it a pointer of gdb that can be followed where
# guest addresses are host addresses; everything here reads at base + address instead, which is right for all addresses.

import gdb
import re


def address_of(name):
    """The address of a variable or function of the runtime."""
    shown = gdb.execute("with language c -- output/d (long) &'%s'" % name, to_string=True)
    # A warning about the language may come behind the number.
    return int(re.match(r'-?\d+', shown).group())


def words_of(name, count):
    """The first 64-bit words of a variable of the runtime."""
    memory = gdb.selected_inferior().read_memory(address_of(name), 8 * count).tobytes()
    return [int.from_bytes(memory[8 * i:8 * i + 8], 'little') for i in range(count)]


def host(address):
    """The host address of a guest address."""
    return words_of('wasmc_memories', 1)[0] + address


def read(address, size):
    return gdb.selected_inferior().read_memory(host(address), size).tobytes() if size else b''


def at(address, kind):
    """The value of a type at a guest address."""
    if kind.strip_typedefs().code in (gdb.TYPE_CODE_STRUCT, gdb.TYPE_CODE_UNION):
        # Debug information says where a record below 64 KiB lies, and gdb 13 ends at the fields of one that is a copy.
        return gdb.Value(address).cast(kind.pointer()).dereference()
    return gdb.Value(read(address, kind.sizeof), kind)


def target(pointer):
    return at(int(pointer), pointer.type.strip_typedefs().target().strip_typedefs())


def field(value, *names):
    """The first of these fields that there is, also in a base class."""
    for name in names:
        for member in value.type.strip_typedefs().fields():
            if member.name == name:
                return value[member]
        for member in value.type.strip_typedefs().fields():
            if member.is_base_class:
                found = field(value[member], name)
                if found is not None:
                    return found
    return None


def pair(value, *names):
    """A field, or the value in a pair that libc++ before version 20 compresses."""
    found = field(value, *names)
    if found is not None and found.type.strip_typedefs().code == gdb.TYPE_CODE_STRUCT:
        for member in found.type.strip_typedefs().fields():
            if member.is_base_class and 'elem<' in str(member.type.strip_typedefs()):
                inner = field(found[member], '__value_')
                if inner is not None:
                    return inner
    return found


class Text:
    """Characters, shown as a string."""

    def __init__(self, raw):
        self.raw = raw

    def to_string(self):
        return self.raw.decode('utf-8', 'replace')

    def display_hint(self):
        return 'string'


def text(address, length):
    limit = gdb.parameter('print elements') or length
    # One character more, so that gdb marks a string that is cut.
    return Text(read(address, min(length, limit + 1)))


class Sequence:
    """A title, and elements one behind the other."""

    def __init__(self, title, address, count, kind):
        self.title, self.address, self.count, self.kind = title, address, count, kind

    def to_string(self):
        return self.title

    def display_hint(self):
        return 'array'

    def children(self):
        for index in range(self.count):
            yield '[%d]' % index, at(self.address + index * self.kind.sizeof, self.kind)


class Map:
    """A title, and keys with values."""

    def __init__(self, title, entries):
        self.title, self.entries = title, entries

    def to_string(self):
        return self.title

    def display_hint(self):
        return 'map'

    def children(self):
        for index, (key, value) in enumerate(self.entries):
            yield '[key %d]' % index, key
            yield '[value %d]' % index, value


class Fields:
    """A title, and named values."""

    def __init__(self, title, fields):
        self.title, self.fields = title, fields

    def to_string(self):
        return self.title

    def children(self):
        return iter(self.fields)


def libcxx_string(value):
    rep = pair(value, '__r_', '__rep_')
    short = field(rep, '__s')
    if short is None:
        rep = field(rep, '__value_')
        short = field(rep, '__s')
    if int(field(short, '__is_long_')):
        long = field(rep, '__l')
        return text(int(long['__data_']), int(long['__size_']))
    size = int(field(short, '__size_'))
    data = field(short, '__data_')
    return Text(bytes(int(data[index]) & 255 for index in range(size)))


def libcxx_vector(value):
    begin, end = value['__begin_'], value['__end_']
    kind = value.type.strip_typedefs().template_argument(0)
    count = (int(end) - int(begin)) // kind.sizeof
    capacity = (int(pair(value, '__end_cap_', '__cap_')) - int(begin)) // kind.sizeof
    return Sequence('std::vector of length %d, capacity %d' % (count, capacity), int(begin), count, kind)


def libcxx_map(value):
    tree = value['__tree_']
    kind = tree.type.strip_typedefs().template_argument(0)
    name = tree.type.strip_typedefs().name.split('::__tree<')[0]
    node = gdb.lookup_type('%s::__tree_node<%s, void *>' % (name, kind)).strip_typedefs()
    size = int(pair(tree, '__pair3_', '__size_'))

    def entries():
        here = int(tree['__begin_node_'])
        for _ in range(size):
            entry = field(at(here, node), '__value_')
            inner = field(entry, '__cc_', '__cc')
            entry = entry if inner is None else inner
            yield entry['first'], entry['second']
            here = successor(here)

    return Map('std::map with %d element%s' % (size, '' if size == 1 else 's'), entries())


def successor(node):
    """The next node of a tree of libc++: left, right and parent are its first three words."""
    def word(address, index):
        return int.from_bytes(read(address + 4 * index, 4), 'little')
    if word(node, 1):
        node = word(node, 1)
        while word(node, 0):
            node = word(node, 0)
        return node
    while word(word(node, 2), 0) != node:
        node = word(node, 2)
    return word(node, 2)


def libcxx_unordered_map(value):
    table = value['__table_']
    kind = table.type.strip_typedefs().template_argument(0)
    name = table.type.strip_typedefs().name.split('::__hash_table<')[0]
    node = gdb.lookup_type('%s::__hash_node<%s, void *>' % (name, kind)).strip_typedefs()
    size = int(pair(table, '__p2_', '__size_'))

    def entries():
        here = pair(table, '__p1_', '__first_node_')['__next_']
        while int(here):
            this = at(int(here), node)
            entry = field(this, '__value_')
            inner = field(entry, '__cc_', '__cc')
            entry = entry if inner is None else inner
            yield entry['first'], entry['second']
            here = field(this, '__next_')

    return Map('std::unordered_map with %d element%s' % (size, '' if size == 1 else 's'), entries())


def libcxx_unique_ptr(value):
    pointer = pair(value, '__ptr_')
    return Fields('std::unique_ptr<%s>' % value.type.strip_typedefs().template_argument(0), [('get()', pointer)])


def libcxx_view(value):
    return text(int(field(value, '__data_', '__data')), int(field(value, '__size_', '__size')))


def innermost(value):
    """The pointer in nested structures of Rust, such as `Unique` and `NonNull`."""
    while value.type.strip_typedefs().code == gdb.TYPE_CODE_STRUCT:
        members = [member for member in value.type.strip_typedefs().fields() if member.type.sizeof]
        value = value[members[0]]
    return value


def rust_buffer(vector):
    return int(innermost(vector['buf']['inner']['ptr']))


def rust_string(value):
    return text(rust_buffer(value['vec']), int(value['vec']['len']))


def rust_vec(value):
    kind = value.type.template_argument(0)
    count = int(value['len'])
    return Sequence('Vec(size=%d)' % count, rust_buffer(value), count, kind)


def rust_str(value):
    return text(int(value['data_ptr']), int(value['length']))


def rust_slice(value):
    kind = value['data_ptr'].type.target()
    count = int(value['length'])
    return Sequence('%s(size=%d)' % (value.type.name, count), int(value['data_ptr']), count, kind)


def rust_rc(name):
    def shown(value):
        inner = target(innermost(value['ptr']))
        def count(cell):
            return int(innermost(inner[cell]))
        strong, weak = count('strong'), count('weak') - 1
        title = '%s(strong=%d, weak=%d)' % (name, strong, weak)
        data = inner['data' if name == 'Arc' and field(inner, 'data') is not None else 'value']
        return Fields(title, [('value', data), ('strong', strong), ('weak', weak)])

    return shown


def rust_hash_map(value):
    table = value['base']['table'] if field(value, 'base') is not None else value['table']
    raw = table['table']
    control = int(innermost(raw['ctrl']))
    entry = table.type.template_argument(0)
    size, mask = int(raw['items']), int(raw['bucket_mask'])

    def entries():
        tags = read(control, mask + 1)
        for index, tag in enumerate(tags):
            if not tag & 0x80:
                pair = at(control - (index + 1) * entry.sizeof, entry)
                yield pair['__0'], pair['__1']

    return Map('HashMap(size=%d)' % size, entries())


def rust_btree_map(value):
    size = int(value['length'])

    def some(option):
        """The value in an `Option`, whatever its layout."""
        for member in option.type.fields():
            if member.name == 'Some':
                option = option[member]
        return option['__0'] if field(option, '__0') is not None else option

    def leaf_entries(node, height):
        leaf = target(node)
        length = int(leaf['len'])
        internal = None
        if height:
            name = node.type.target().strip_typedefs().name.replace('LeafNode', 'InternalNode', 1)
            internal = at(int(node), gdb.lookup_type(name))
        for index in range(length + 1):
            if internal is not None:
                yield from leaf_entries(innermost(internal['edges'][index]['value']['value'])
                                        if field(internal['edges'][index], 'value') is not None
                                        else innermost(internal['edges'][index]), height - 1)
            if index < length:
                yield element(leaf['keys'][index]), element(leaf['vals'][index])

    def element(cell):
        """The value in a `MaybeUninit` and what else wraps it."""
        while re.match(r'core::mem::(maybe_uninit|manually_drop|maybe_dangling)::', cell.type.name or ''):
            members = [member for member in cell.type.fields() if member.type.sizeof]
            cell = cell[members[-1]]
        return cell

    def entries():
        if size:
            root = some(value['root'])
            root = root if field(root, 'node') is not None else root['__0']
            yield from leaf_entries(innermost(root['node']), int(root['height']))

    return Map('BTreeMap(size=%d)' % size, entries())


class Function:
    """A pointer to a function, which is an index of the first table."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        index = int(self.value)
        elements, length = words_of('wasmc_tables', 2)
        offset = 0
        if index < length:
            element = gdb.selected_inferior().read_memory(elements + 8 * index, 4).tobytes()
            offset = int.from_bytes(element, 'little')
        named = name_of(offset) if offset else None
        return '0x%x' % index + (' <%s>' % named if named else '')


def name_of(offset):
    """The name of the function at an offset in the guest's code."""
    block = gdb.block_for_pc(address_of('wasmc_text_start') + offset)
    while block is not None and block.function is None:
        block = block.superblock
    return block.function.print_name if block is not None else None


class LowText:
    """A pointer to characters below 64 KiB, where gdb itself may find nothing."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        address = int(self.value)
        raw = b''
        while len(raw) < 200 and b'\0' not in raw:
            raw += read(address + len(raw), 16)
        shown = raw.split(b'\0')[0][:200].decode('utf-8', 'replace')
        return '0x%x "%s"' % (address, shown.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n'))


RECORDS = [
    (r'^std::__\d+::basic_string<char,', libcxx_string),
    (r'^std::__\d+::basic_string_view<char,', libcxx_view),
    (r'^std::__\d+::vector<(?!bool,)', libcxx_vector),
    (r'^std::__\d+::map<', libcxx_map),
    (r'^std::__\d+::unordered_map<', libcxx_unordered_map),
    (r'^std::__\d+::unique_ptr<', libcxx_unique_ptr),
    (r'^alloc::string::String$', rust_string),
    (r'^alloc::vec::Vec<', rust_vec),
    (r'^&(mut )?str$', rust_str),
    (r'^&(mut )?\[.+\]$', rust_slice),
    (r'^alloc::rc::Rc<', rust_rc('Rc')),
    (r'^alloc::sync::Arc<', rust_rc('Arc')),
    (r'^std::collections::hash::map::HashMap<', rust_hash_map),
    (r'^alloc::collections::btree::map::BTreeMap<', rust_btree_map),
]
RECORDS = [(re.compile(pattern), printer) for pattern, printer in RECORDS]


def printer(value):
    kind = value.type.strip_typedefs().unqualified()
    if kind.code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
        if kind.target().strip_typedefs().code != gdb.TYPE_CODE_STRUCT:
            return None
        value = value.referenced_value()
        kind = value.type.strip_typedefs().unqualified()
    if kind.code == gdb.TYPE_CODE_PTR and kind.sizeof == 4:
        goal = kind.target().strip_typedefs()
        if goal.code == gdb.TYPE_CODE_FUNC and int(value):
            return Function(value)
        if goal.code == gdb.TYPE_CODE_INT and goal.sizeof == 1 and 0 < int(value) < 0x10000 and host(0):
            return LowText(value)
    if kind.code == gdb.TYPE_CODE_STRUCT and kind.name:
        for pattern, make in RECORDS:
            if pattern.match(kind.name):
                try:
                    return make(value.cast(kind) if value.type.code == gdb.TYPE_CODE_TYPEDEF else value)
                except (gdb.error, RuntimeError, TypeError, KeyError):
                    return None
    return None


gdb.current_objfile().pretty_printers.append(printer)
