// Nothing of ours: CMake wants a file to hang the precompiled headers on.
