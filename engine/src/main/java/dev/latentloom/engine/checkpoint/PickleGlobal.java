package dev.latentloom.engine.checkpoint;

/**
 * The only functions a PyTorch file may name besides storage classes; each is done here by hand.
 */
enum PickleGlobal {
    ORDERED_DICT,
    REBUILD_TENSOR,
    REBUILD_PARAMETER;

    /**
     * What a GLOBAL instruction puts on the stack: one of these, or the element type of a storage.
     */
    static Object named(String module, String name) throws PickleException {
        String full = module + "." + name;
        return switch (full) {
            case "collections.OrderedDict" -> ORDERED_DICT;
            case "torch._utils._rebuild_tensor_v2" -> REBUILD_TENSOR;
            case "torch._utils._rebuild_parameter" -> REBUILD_PARAMETER;
            default -> {
                var dtype = PickleStorage.dtypeOf(name);
                if (!module.equals("torch") || dtype.isEmpty()) {
                    throw PickleException.refused("it asks for " + shortened(full));
                }
                yield dtype.get();
            }
        };
    }

    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
