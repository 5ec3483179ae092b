package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.tensor.DType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the one kind of pickle that a dictionary of tensors needs, protocol 2. The stack holds
 * texts, whole numbers, truth values, {@link Tuple}, {@link PickleDictionary}, {@link DType},
 * {@link PickleGlobal}, {@link PickleStorage} and {@link PickleView}, and nothing can put anything
 * else there. Work and memory are bounded: every instruction adds at most one value, and no value
 * that holds others is ever copied deeply, compared, hashed or printed.
 */
final class PickleMachine {
    /** A tensor takes about 40 instructions. */
    private static final int MAX_INSTRUCTIONS = 2_000_000;

    private static final int MAX_TEXT = 4096;

    private static final Object MARK = new Object();

    /** Values that belong together; may hold others of its kind. */
    private record Tuple(List<Object> values) {}

    private final ByteBuffer code;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private PickleMachine(byte[] code) {
        this.code = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Runs a pickle; it must leave exactly one dictionary. */
    static PickleDictionary run(byte[] code) throws PickleException {
        PickleMachine machine = new PickleMachine(code);
        char instruction = machine.next();
        for (int i = 0; instruction != '.'; i++) { // STOP
            if (i == MAX_INSTRUCTIONS) {
                throw PickleException.broken("its data.pkl has too many instructions");
            }
            machine.step(instruction);
            instruction = machine.next();
        }
        PickleDictionary result = dictionary(machine.pop());
        if (!machine.stack.isEmpty() || machine.code.hasRemaining()) {
            throw PickleException.broken("something is left after its dictionary");
        }
        return result;
    }

    private char next() throws PickleException {
        return (char) (need(1).get() & 0xff);
    }

    private ByteBuffer need(int bytes) throws PickleException {
        if (bytes < 0 || code.remaining() < bytes) {
            throw PickleException.broken("its data.pkl ends early");
        }
        return code;
    }

    private void step(char instruction) throws PickleException {
        switch (instruction) {
            case 0x80 -> protocol(next());
            case 'c' -> push(PickleGlobal.named(line(), line()));
            case 'q' -> memo.put((int) next(), top());
            case 'r' -> memo.put(need(4).getInt(), top());
            case 'h' -> recall(next());
            case 'j' -> recall(need(4).getInt()); // BINGET of a memo with more than 256 entries
            case ')' -> push(new Tuple(List.of()));
            case '(' -> push(MARK);
            case 't' -> push(new Tuple(popToMark()));
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case 'X' -> push(text(need(4).getInt()));
            case 'J' -> push((long) need(4).getInt());
            case 'K' -> push((long) next());
            case 'M' -> push((long) (need(2).getShort() & 0xffff));
            case 'Q' -> push(storage(values(pop())));
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'R' -> reduce();
            case 's' -> setItems(List.of(pop(), pop()).reversed());
            case 'u' -> setItems(popToMark());
            case '}' -> push(new PickleDictionary());
            case 'b' -> build();
            default ->
                    throw PickleException.refused(
                            "it contains the pickle instruction 0x%02x"
                                    .formatted((int) instruction));
        }
    }

    private static void protocol(char version) throws PickleException {
        if (version != 2) {
            throw PickleException.refused(
                    "its pickle protocol is %d, not 2".formatted((int) version));
        }
    }

    private String line() throws PickleException {
        int start = code.position();
        while (next() != '\n') {
            // goes on to the end of the line
        }
        return decode(start, code.position() - 1 - start);
    }

    private String text(int length) throws PickleException {
        int start = need(length).position();
        if (length > MAX_TEXT) {
            throw PickleException.broken("its data.pkl has a text of %d bytes".formatted(length));
        }
        String text = decode(start, length);
        code.position(start + length);
        return text;
    }

    private String decode(int start, int length) throws PickleException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(code.slice(start, length)).toString();
        } catch (CharacterCodingException e) {
            throw PickleException.broken("a text in its data.pkl is not UTF-8");
        }
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object top() throws PickleException {
        if (stack.isEmpty() || stack.getLast() == MARK) {
            throw PickleException.broken("its data.pkl takes more values than it has");
        }
        return stack.getLast();
    }

    private Object pop() throws PickleException {
        Object value = top();
        stack.removeLast();
        return value;
    }

    private List<Object> popToMark() throws PickleException {
        int mark = stack.lastIndexOf(MARK); // compares by identity
        if (mark < 0) {
            throw PickleException.broken("its data.pkl lacks a mark");
        }
        List<Object> values = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return values;
    }

    private void recall(int key) throws PickleException {
        Object value = memo.get(key);
        if (value == null) {
            throw PickleException.broken("its data.pkl recalls what it never stored");
        }
        push(value);
    }

    private void tuple(int size) throws PickleException {
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.addFirst(pop());
        }
        push(new Tuple(values));
    }

    private static PickleStorage storage(List<Object> id) throws PickleException {
        if (id.size() == 5
                && "storage".equals(id.get(0))
                && id.get(1) instanceof DType dtype
                && id.get(2) instanceof String key
                && id.get(4) instanceof Long count
                && count >= 0) {
            return new PickleStorage(dtype, key, count);
        }
        throw PickleException.broken("a storage in its data.pkl is not described as torch does it");
    }

    private void reduce() throws PickleException {
        List<Object> arguments = values(pop());
        Object function = pop();
        if (!(function instanceof PickleGlobal global)) {
            throw PickleException.refused("it calls something that is no function");
        }
        push(
                switch (global) {
                    case ORDERED_DICT -> emptyDictionary(arguments);
                    case REBUILD_TENSOR -> tensor(arguments);
                    case REBUILD_PARAMETER -> parameter(arguments);
                });
    }

    private static Object emptyDictionary(List<Object> arguments) throws PickleException {
        if (!arguments.isEmpty()) {
            throw PickleException.refused("it fills an OrderedDict in an unusual way");
        }
        return new PickleDictionary();
    }

    private static Object tensor(List<Object> arguments) throws PickleException {
        boolean complete = arguments.size() == 6 || arguments.size() == 7; // 7: with metadata
        if (complete
                && arguments.get(0) instanceof PickleStorage storage
                && arguments.get(1) instanceof Long offset) {
            return PickleView.of(
                    storage, offset, numbers(arguments.get(2)), numbers(arguments.get(3)));
        }
        throw PickleException.broken("a tensor in its data.pkl is not described as torch does it");
    }

    private static Object parameter(List<Object> arguments) throws PickleException {
        if (arguments.size() == 3 && arguments.getFirst() instanceof PickleView tensor) {
            return tensor;
        }
        throw PickleException.broken(
                "a parameter in its data.pkl is not described as torch does it");
    }

    private static List<Long> numbers(Object tuple) throws PickleException {
        List<Long> numbers = new ArrayList<>();
        for (Object value : values(tuple)) {
            if (!(value instanceof Long number)) {
                throw PickleException.broken("a shape in its data.pkl is not made of numbers");
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static List<Object> values(Object tuple) throws PickleException {
        if (tuple instanceof Tuple(List<Object> values)) {
            return values;
        }
        throw PickleException.broken("its data.pkl lacks a tuple");
    }

    private void setItems(List<Object> keysAndValues) throws PickleException {
        Map<String, Object> target = dictionary(top()).entries();
        if (keysAndValues.size() % 2 != 0) {
            throw PickleException.broken("a key in its data.pkl has no value");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            if (!(keysAndValues.get(i) instanceof String key)) {
                throw PickleException.refused("a key of its dictionary is not a text");
            }
            target.put(key, keysAndValues.get(i + 1));
        }
    }

    /** Attributes of a dictionary, such as the versions torch's state_dict carries: not needed. */
    private void build() throws PickleException {
        Object attributes = pop();
        boolean plain = attributes instanceof PickleDictionary && top() instanceof PickleDictionary;
        if (!plain) {
            throw PickleException.refused("it sets attributes of something that is no dictionary");
        }
    }

    private static PickleDictionary dictionary(Object value) throws PickleException {
        if (value instanceof PickleDictionary dictionary) {
            return dictionary;
        }
        throw PickleException.refused("it does not hold a dictionary of tensors");
    }
}
