#ifndef NINES_CZMQ_SHIM_H
#define NINES_CZMQ_SHIM_H

#if !__has_include(<zmq.h>)
#error "The message library ZeroMQ is missing: install it (apt-get install libzmq3-dev, or brew install zeromq)."
#endif

#include <zmq.h>

#endif
