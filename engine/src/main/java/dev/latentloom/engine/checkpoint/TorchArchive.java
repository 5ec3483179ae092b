package dev.latentloom.engine.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip file that torch writes: entries below one folder, none compressed. An entry never leads
 * to a file: names are only compared. Entries that are compressed, that together claim more bytes
 * than the file has, or whose names leave the folder are refused before any is read.
 */
final class TorchArchive implements AutoCloseable {
    private static final int MAX_PICKLE = 32 << 20;
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private String prefix = "";

    private TorchArchive(ZipFile zip) {
        this.zip = zip;
    }

    /** Whether a file begins as a zip file does. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP_MAGIC.length), ZIP_MAGIC);
        }
    }

    static TorchArchive open(Path file) throws IOException, PickleException {
        TorchArchive archive = new TorchArchive(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        try {
            archive.index(Files.size(file));
            return archive;
        } catch (PickleException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private void index(long fileBytes) throws PickleException {
        long total = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            checkName(entry.getName());
            boolean stored =
                    entry.getMethod() == ZipEntry.STORED
                            && entry.getSize() == entry.getCompressedSize();
            if (!stored || entry.getSize() < 0 || entry.getSize() > fileBytes - total) {
                throw PickleException.broken(
                        "its entry " + entry.getName() + " is compressed or larger than the file");
            }
            total += entry.getSize();
            if (entries.put(entry.getName(), entry) != null) {
                throw PickleException.broken("it has two entries " + entry.getName());
            }
        }
        String pickle = null;
        for (String name : entries.keySet()) {
            if (name.endsWith("/data.pkl") && name.indexOf('/') == name.lastIndexOf('/')) {
                if (pickle != null) {
                    throw PickleException.broken("it has two entries data.pkl");
                }
                pickle = name;
            }
        }
        if (pickle == null) {
            throw PickleException.broken("it is a zip file, but not one of PyTorch: no data.pkl");
        }
        prefix = pickle.substring(0, pickle.indexOf('/') + 1);
    }

    private static void checkName(String name) throws PickleException {
        boolean leaves =
                name.startsWith("/")
                        || name.contains("\\")
                        || name.contains(":")
                        || Arrays.asList(name.split("/", -1)).contains("..");
        if (leaves) {
            throw PickleException.refused("its entry " + name + " points outside of the file");
        }
    }

    byte[] pickle() throws IOException, PickleException {
        return read("data.pkl", MAX_PICKLE);
    }

    /** Refuses numbers in big-endian order; files without the entry are little-endian. */
    void checkByteOrder() throws IOException, PickleException {
        if (entries.containsKey(prefix + "byteorder")) {
            String order = new String(read("byteorder", 64), StandardCharsets.US_ASCII);
            if (!order.equals("little")) {
                throw PickleException.refused("its numbers are in the byte order " + order);
            }
        }
    }

    /** The bytes of a storage, at least as many as it claims to have. */
    byte[] storage(PickleStorage storage) throws IOException, PickleException {
        byte[] bytes = read("data/" + storage.key(), Integer.MAX_VALUE - 8);
        if (bytes.length / storage.dtype().bytes() < storage.count()) {
            throw PickleException.broken(
                    "the storage %s has %d bytes, too few for %d elements of %s"
                            .formatted(
                                    storage.key(), bytes.length, storage.count(), storage.dtype()));
        }
        return bytes;
    }

    private byte[] read(String name, int max) throws IOException, PickleException {
        ZipEntry entry = entries.get(prefix + name);
        if (entry == null) {
            throw PickleException.broken("it lacks the entry " + name);
        }
        if (entry.getSize() > max) {
            throw PickleException.broken("its entry " + name + " is too large");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) entry.getSize());
            if (bytes.length != entry.getSize()) {
                throw PickleException.broken("its entry " + name + " ends early");
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
