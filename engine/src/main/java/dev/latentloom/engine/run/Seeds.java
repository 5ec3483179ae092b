package dev.latentloom.engine.run;

/** Seeds made of a run's seed and of names, so that batch and order change nothing. */
final class Seeds {
    private Seeds() {}

    /** One seed from several parts; equal parts give equal seeds everywhere. */
    static long of(long seed, Object... parts) {
        long mixed = mix(seed);
        for (Object part : parts) {
            long next = part instanceof Number number ? number.longValue() : text(part.toString());
            mixed = mix(mixed ^ next);
        }
        return mixed;
    }

    /** FNV-1a over the characters. */
    private static long text(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long z) {
        long a = z + 0x9e3779b97f4a7c15L;
        a = (a ^ (a >>> 30)) * 0xbf58476d1ce4e5b9L;
        a = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return a ^ (a >>> 31);
    }
}
