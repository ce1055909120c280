# Formatters for lldb: pointers that lie in memory, pointers to functions, and strings and containers of libc++.
# `wasmc debug` imports them.
#
# lldb takes every pointer of a 64-bit program for 8 bytes. So a guest pointer that lies in memory is a class of 4 bytes
# for it, guest_ptr<T>, whose address counts from the start of linear memory. Everything here reads at base + address.

import lldb
import re


def word(process, address, size=4):
    error = lldb.SBError()
    value = process.ReadUnsignedFromMemory(address, size, error)
    return value if error.Success() else 0


def variable(target, name):
    """The address of a variable or function of the runtime."""
    found = target.FindSymbols(name)
    return found[0].symbol.addr.GetLoadAddress(target) if found.GetSize() else lldb.LLDB_INVALID_ADDRESS


def base(target):
    """The host address of guest address 0."""
    return word(target.process, variable(target, 'wasmc_memories'), 8)


def find(value, name):
    """The member of this name, also in members and base classes without a name of the guest."""
    value = value.GetNonSyntheticValue()
    found = value.GetChildMemberWithName(name)
    if found.IsValid():
        return found.GetNonSyntheticValue()
    for index in range(value.num_children):
        child = value.GetChildAtIndex(index)
        if child.name is None or child.type.name == child.name:
            found = find(child, name)
            if found.IsValid():
                return found
    return lldb.SBValue()


def first(value, *names):
    for name in names:
        found = find(value, name)
        if found.IsValid():
            # A pair that libc++ before version 20 compresses has its first value in a base class.
            inner = find(found, '__value_') if found.type.name.find('__compressed_pair') >= 0 else found
            return inner if inner.IsValid() else found
    return lldb.SBValue()


def address(value):
    """The guest address in a guest_ptr."""
    value = value.GetNonSyntheticValue()
    inner = value.GetChildMemberWithName('address')
    return (inner if inner.IsValid() else value).GetValueAsUnsigned()


def characters(target, guest, length=None):
    error = lldb.SBError()
    host = base(target) + guest
    if length is None:
        raw = target.process.ReadCStringFromMemory(host, 1024, error)
        raw = raw.encode('utf-8', 'surrogateescape') if isinstance(raw, str) else raw
    else:
        raw = target.process.ReadMemory(host, length, error) if length else b''
    return raw if error.Success() else None


def quoted(raw):
    shown = raw.decode('utf-8', 'replace').replace('\\', '\\\\').replace('"', '\\"')
    return '"%s"' % shown.replace('\n', '\\n').replace('\t', '\\t').replace('\0', '\\0')


def pointer(value, _):
    guest = address(value)
    return '0x%016x' % guest if guest else 'NULL'


def characters_pointer(value, _):
    guest = address(value)
    raw = characters(value.target, guest) if guest else None
    return pointer(value, None) + ('' if raw is None else ' ' + quoted(raw))


def function(value, _):
    """A pointer to a function, which is an index of the first table."""
    target = value.target
    index = value.GetNonSyntheticValue().GetChildMemberWithName('element').GetValueAsUnsigned()
    tables = variable(target, 'wasmc_tables')
    elements, length = word(target.process, tables, 8), word(target.process, tables + 8, 8)
    if not 0 < index < length:
        return 'NULL' if index == 0 else '0x%016x' % index
    offset = word(target.process, elements + 8 * index)
    place = target.ResolveLoadAddress(variable(target, 'wasmc_text_start') + offset)
    line = place.GetLineEntry()
    named = '%s`%s' % (place.module.file.basename, place.function.name or place.symbol.name)
    where = ' at %s:%d' % (line.file.basename, line.line) if line.IsValid() else ''
    return '0x%016x (%s%s)' % (index, named, where)


def string(value, _):
    rep = first(value, '__r_', '__rep_')
    short = find(rep, '__s')
    if find(short, '__is_long_').GetValueAsUnsigned():
        long = find(rep, '__l')
        raw = characters(value.target, address(find(long, '__data_')), find(long, '__size_').GetValueAsUnsigned())
    else:
        size, data = find(short, '__size_').GetValueAsUnsigned(), find(short, '__data_')
        error = lldb.SBError()
        raw = data.GetData().ReadRawData(error, 0, size) if size else b''
    return None if raw is None else quoted(raw)


class Container:
    """Children at guest addresses."""

    def __init__(self, value, _):
        self.value = value

    def update(self):
        self.children = []
        try:
            self.children = list(self.found())
        except (TypeError, AttributeError):
            pass
        return False

    def has_children(self):
        return True

    def num_children(self):
        return len(self.children)

    def get_child_index(self, name):
        return int(name.strip('[]')) if name.strip('[]').isdigit() else -1

    def get_child_at_index(self, index):
        if index >= len(self.children):
            return None
        guest, kind = self.children[index]
        return self.value.CreateValueFromAddress('[%d]' % index, base(self.value.target) + guest, kind)


class Vector(Container):
    def found(self):
        kind = self.value.type.GetDereferencedType() if self.value.type.IsReferenceType() else self.value.type
        kind = kind.GetCanonicalType().GetTemplateArgumentType(0)
        begin, end = (address(find(self.value, name)) for name in ('__begin_', '__end_'))
        return ((guest, kind) for guest in range(begin, end, kind.size))


class Map(Container):
    def found(self):
        process, start = self.value.process, base(self.value.target)
        kind = self.value.type.GetDereferencedType() if self.value.type.IsReferenceType() else self.value.type
        kind = kind.GetCanonicalType().GetTemplateArgumentType(3).GetTemplateArgumentType(0).GetCanonicalType()
        tree = find(self.value, '__tree_')
        size = first(tree, '__pair3_', '__size_').GetValueAsUnsigned()
        # Left, right, parent, color, and then the value.
        offset = 16
        def link(node, index):
            return word(process, start + node + 4 * index)
        node = address(find(tree, '__begin_node_'))
        for _ in range(size):
            yield node + offset, kind
            if link(node, 1):
                node = link(node, 1)
                while link(node, 0):
                    node = link(node, 0)
            else:
                while link(link(node, 2), 0) != node:
                    node = link(node, 2)
                node = link(node, 2)


def size(value, _):
    return 'size=%d' % value.num_children


def __lldb_init_module(debugger, _):
    module = __name__
    rules = [
        ('summary add -p -r -F %s.pointer' % module, '^(const )?guest_ptr<.*>$'),
        ('summary add -p -r -F %s.characters_pointer' % module, '^(const )?guest_ptr<(const )?(unsigned |signed )?char>$'),
        ('summary add -p -r -F %s.function' % module, '^guest_function$'),
        ('summary add -v -F %s.string' % module, '^std::__[0-9]+::basic_string<char,'),
        ('summary add -v -F %s.string' % module, '^std::__[0-9]+::string$'),
        ('synthetic add -l %s.Vector' % module, '^std::__[0-9]+::vector<.*>$'),
        ('summary add -e -v -F %s.size' % module, '^std::__[0-9]+::vector<.*>$'),
        ('synthetic add -l %s.Map' % module, '^std::__[0-9]+::map<.*>$'),
        ('summary add -e -v -F %s.size' % module, '^std::__[0-9]+::map<.*>$'),
    ]
    for rule, pattern in rules:
        debugger.HandleCommand('type %s -w wasmc -x "%s"' % (rule, pattern))
    debugger.HandleCommand('type category enable wasmc')
