"""The tensor files of the model (FORMAT.md), read and written. Needs NumPy alone."""

import struct
import zlib
from pathlib import Path

import numpy as np


def read(path):
    """{name: array}, int8 or float32."""
    data = Path(path).read_bytes()
    assert data[:4] == b"ENTW"
    version, count, _ = struct.unpack_from("<III", data, 4)
    at, out = 16, {}
    for _ in range(count):
        n, = struct.unpack_from("<H", data, at)
        name = data[at + 2:at + 2 + n].decode()
        at += 2 + n
        dtype, ndim = struct.unpack_from("<BB", data, at)
        dims = struct.unpack_from(f"<{ndim}I", data, at + 2)
        at += 2 + 4 * ndim
        offset, length, _ = struct.unpack_from("<QQI", data, at)
        at += 20
        out[name] = np.frombuffer(data, np.int8 if dtype else np.dtype("<f4"), length if dtype else length // 4, offset).reshape(dims)
    return out


def write(path, arrays):
    """Sorted by name, each at a multiple of 64 bytes; whatever is not int8 becomes float32."""
    names = sorted(arrays)
    table = 16 + sum(2 + len(n.encode()) + 2 + 4 * arrays[n].ndim + 8 + 8 + 4 for n in names)
    offset, entries = (table + 63) // 64 * 64, []
    for n in names:
        a = np.ascontiguousarray(arrays[n])
        data = a.astype("<f4").tobytes() if a.dtype != np.int8 else a.tobytes()
        entries.append((n, a, offset, data))
        offset = (offset + len(data) + 63) // 64 * 64
    with open(path, "wb") as f:
        f.write(b"ENTW" + struct.pack("<III", 1, len(names), 0))
        for n, a, at, data in entries:
            f.write(struct.pack("<H", len(n.encode())) + n.encode() + struct.pack("<BB", 1 if a.dtype == np.int8 else 0, a.ndim)
                    + struct.pack(f"<{a.ndim}I", *a.shape) + struct.pack("<QQI", at, len(data), zlib.crc32(data)))
        for n, a, at, data in entries:
            f.write(b"\0" * (at - f.tell()) + data)
