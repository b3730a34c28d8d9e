// Linked into sanitized executables only. SDL unloads the OpenGL driver before the leak check runs, which then can
// neither name the driver's own allocations (lsan.supp) nor see what the driver still holds. So nothing is unloaded.
extern "C" int dlclose(void*) { return 0; }
