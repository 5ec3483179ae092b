package dev.latentloom.engine.link;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The link sets of a project: one {@link LinkFolder} each below {@code links}. */
public final class LinkStore {
    private final Path root;

    /** Of a project's folder. */
    public LinkStore(Path project) {
        this.root = project.resolve("links");
    }

    /** Names of all sets, sorted. */
    public List<String> names() throws WorkbenchException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> new LinkFolder(folder).exists())
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkbenchException(e, "link.unreadable", root.toString(), e.toString());
        }
    }

    /** Whether there is a set of this name. */
    public boolean has(String name) throws WorkbenchException {
        return folder(name).exists();
    }

    /** The place of a set, there or not. */
    public LinkFolder folder(String name) throws WorkbenchException {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}")) {
            throw new WorkbenchException("link.setName", name);
        }
        return new LinkFolder(root.resolve(name));
    }

    /** Loads a set, each link onto the device that is said for it. */
    public LinkSet load(String name, Function<LinkKey, DeviceChoice> devices, Scope owner)
            throws WorkbenchException {
        LinkFolder folder = folder(name);
        if (!folder.exists()) {
            throw new WorkbenchException("link.setMissing", name, String.join(", ", names()));
        }
        return folder.load(devices, owner);
    }

    /** Writes a set under its own name, over the one that may be there. */
    public void save(LinkSet set, Map<LinkKey, LinkOrigin> origins) throws WorkbenchException {
        folder(set.name()).write(set, origins);
    }
}
