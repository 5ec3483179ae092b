package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads dictionaries of tensors from the {@code .pt} and {@code .bin} files of PyTorch 1.6 and
 * later, and nothing else: no code in them is run, no class of them is loaded. What a file asks for
 * beyond tensors, dictionaries, tuples, numbers and texts makes it refused as a whole.
 */
public final class TensorPickle {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ENTRIES = 200_000;

    /** Elements beyond the file's own size that views may show again. */
    private static final long SPARE_ELEMENTS = 1 << 20;

    private final TorchArchive archive;
    private final Map<String, PickledTensor> tensors = new LinkedHashMap<>();
    private final Map<String, byte[]> storages = new HashMap<>();
    private long elementsLeft;
    private int entriesLeft = MAX_ENTRIES;

    private TensorPickle(TorchArchive archive, long elementsLeft) {
        this.archive = archive;
        this.elementsLeft = elementsLeft;
    }

    /**
     * All tensors of a file by name; those of nested dictionaries have names joined by dots.
     *
     * @throws WorkbenchException where the file is broken, of an older format, holds no tensor, or
     *     asks for anything that is not one
     */
    public static Map<String, PickledTensor> read(Path file) throws WorkbenchException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WorkbenchException("checkpoint.fileMissing", file.toString());
            }
            if (!TorchArchive.isZip(file)) {
                throw new WorkbenchException("checkpoint.pickleLegacy", file.toString());
            }
            try (TorchArchive archive = TorchArchive.open(file)) {
                return new TensorPickle(archive, Files.size(file) + SPARE_ELEMENTS).tensors();
            }
        } catch (PickleException e) {
            String key = e.isRefused() ? "checkpoint.pickleRefused" : "checkpoint.pickleBroken";
            throw new WorkbenchException(e, key, file.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new WorkbenchException(e, "checkpoint.unreadable", file.toString(), e.toString());
        }
    }

    private Map<String, PickledTensor> tensors() throws IOException, PickleException {
        archive.checkByteOrder();
        collect("", PickleMachine.run(archive.pickle()), 0);
        if (tensors.isEmpty()) {
            throw PickleException.refused("it holds no tensors");
        }
        return tensors;
    }

    private void collect(String prefix, PickleDictionary dictionary, int depth)
            throws IOException, PickleException {
        if (depth == MAX_DEPTH) {
            throw PickleException.refused("its dictionaries are nested too deeply");
        }
        for (Map.Entry<String, Object> entry : dictionary.entries().entrySet()) {
            if (entriesLeft-- == 0) { // a dictionary may stand in itself, or twice in each of many
                throw PickleException.refused("its dictionaries repeat one another");
            }
            String name = prefix + entry.getKey();
            switch (entry.getValue()) {
                case PickleDictionary nested -> collect(name + ".", nested, depth + 1);
                case PickleView view -> put(name, view);
                default -> {} // numbers and texts beside the tensors, such as a step count
            }
        }
    }

    private void put(String name, PickleView view) throws IOException, PickleException {
        long count = view.shape().size();
        elementsLeft -= count;
        if (elementsLeft < 0 || count > Integer.MAX_VALUE / 8) {
            throw PickleException.refused("its tensors show more elements than the file has");
        }
        byte[] stored = storages.get(view.storage().key());
        if (stored == null) {
            stored = archive.storage(view.storage());
            storages.put(view.storage().key(), stored);
        } else if (stored.length / view.storage().dtype().bytes() < view.storage().count()) {
            throw PickleException.broken(
                    "the storage " + view.storage().key() + " is described twice, differently");
        }
        byte[] bytes = view.gather(stored);
        PickledTensor tensor = new PickledTensor(name, view.storage().dtype(), view.shape(), bytes);
        if (tensors.put(name, tensor) != null) {
            throw PickleException.broken("it has two tensors " + name);
        }
    }
}
