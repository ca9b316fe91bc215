// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads of Qt that write the same number without a lock. The thread sanitizer must say so: its own test.
#include <QThread>
#include <memory>

int main()
{
    int shared = 0;
    const auto write = [&shared] {
        for (int i = 0; i < 10'000; ++i)
            ++shared;
    };
    const std::unique_ptr<QThread> one(QThread::create(write));
    const std::unique_ptr<QThread> other(QThread::create(write));
    one->start();
    other->start();
    one->wait();
    other->wait();
    return shared > 0 ? 0 : 1;
}
