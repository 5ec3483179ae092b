package dev.latentloom.app;

/** Entry point; not an Application itself, so that JavaFX may stand on the module path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("LatentLoom");
    }
}
