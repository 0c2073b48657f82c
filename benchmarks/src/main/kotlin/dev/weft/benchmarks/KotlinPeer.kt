package dev.weft.benchmarks

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.yield
import java.util.concurrent.Executors
import kotlinx.coroutines.asCoroutineDispatcher

/**
 * The work of the benchmarks on kotlinx.coroutines: on one thread, as our event loop, or on the
 * default dispatcher, as our virtual threads.
 */
class KotlinPeer(single: Boolean) : AutoCloseable {
  private val executor =
      if (single) Executors.newSingleThreadExecutor { Thread(it, "kotlin-loop").apply { isDaemon = true } } else null
  private val dispatcher: CoroutineDispatcher = executor?.asCoroutineDispatcher() ?: Dispatchers.Default

  override fun close() {
    executor?.shutdownNow()
  }

  fun spawnAndJoin(n: Int): Int = runBlocking(dispatcher) {
    var sum = 0
    repeat(n) { i -> sum += async { i }.await() }
    sum
  }

  fun spawnManyThenJoin(n: Int) = runBlocking(dispatcher) {
    coroutineScope { repeat(n) { launch {} } }
  }

  fun yieldBetweenTwo(n: Int) = runBlocking(dispatcher) {
    val other = launch { repeat(n) { yield() } }
    repeat(n) { yield() }
    other.join()
  }

  fun pingPong(n: Int) = runBlocking(dispatcher) {
    val ping = Semaphore(1, 1)
    val pong = Semaphore(1, 1)
    val other = launch {
      repeat(n) {
        ping.acquire()
        pong.release()
      }
    }
    repeat(n) {
      ping.release()
      pong.acquire()
    }
    other.join()
  }

  fun channel(n: Int, capacity: Int): Long = runBlocking(dispatcher) {
    val channel = Channel<Int>(capacity)
    launch {
      for (i in 0 until n) channel.send(i)
      channel.close()
    }
    var sum = 0L
    for (i in channel) sum += i
    sum
  }

  fun manyToMany(n: Int, tasks: Int, capacity: Int) = runBlocking(dispatcher) {
    val channel = Channel<Int>(capacity)
    val consumers = List(tasks) { launch { for (i in channel) { } } }
    List(tasks) { launch { for (i in 0 until n / tasks) channel.send(i) } }.joinAll()
    channel.close()
    consumers.joinAll()
  }

  fun selectOfTwo(n: Int): Long = runBlocking(dispatcher) {
    val a = Channel<Int>(16)
    val b = Channel<Int>(16)
    launch { for (i in 0 until n / 2) a.send(i) }
    launch { for (i in 0 until n / 2) b.send(i) }
    var sum = 0L
    repeat(n) {
      sum += select<Int> {
        a.onReceive { it }
        b.onReceive { it }
      }
    }
    sum
  }

  fun lock(tasks: Int, times: Int) = runBlocking(dispatcher) {
    val mutex = Mutex()
    List(tasks) { launch { repeat(times) { mutex.withLock { yield() } } } }.joinAll()
  }

  fun semaphore(tasks: Int, times: Int, permits: Int) = runBlocking(dispatcher) {
    val semaphore = Semaphore(permits)
    List(tasks) {
      launch {
        repeat(times) {
          semaphore.acquire()
          try {
            yield()
          } finally {
            semaphore.release()
          }
        }
      }
    }.joinAll()
  }

  fun sleepers(n: Int, millis: Long) = runBlocking(dispatcher) {
    coroutineScope { repeat(n) { launch { delay(millis) } } }
  }

  fun timeouts(n: Int): Long = runBlocking(dispatcher) {
    var sum = 0L
    for (i in 0 until n) sum += withTimeout(10_000) { i }
    sum
  }

  fun cancelStorm(n: Int) = runBlocking(dispatcher) {
    val job: Job = launch { repeat(n) { launch { delay(3_600_000) } } }
    yield()
    job.cancelAndJoin()
  }

  fun stream(n: Int): Long = runBlocking(dispatcher) {
    var sum = 0L
    (0 until n).asFlow()
        .map { it + 1 }
        .filter { it % 2 == 0 }
        .map { it.toLong() * 3 }
        .filter { it % 5L != 0L }
        .collect { sum += it }
    sum
  }

  fun bufferedStream(n: Int): Long = runBlocking(dispatcher) {
    var sum = 0L
    (0 until n).asFlow().map { it + 1 }.buffer(64).collect { sum += it }
    sum
  }

  fun generator(n: Int): Long = runBlocking(dispatcher) {
    val values = iterator {
      for (i in 0 until n) yield(i)
    }
    var sum = 0L
    for (value in values) sum += value
    sum
  }

  /** Starts tasks that wait until they are let go, for a measurement of memory. */
  fun park(n: Int): AutoCloseable {
    val gate = Channel<Unit>()
    val scope = kotlinx.coroutines.CoroutineScope(dispatcher)
    val jobs = List(n) { scope.launch { gate.receiveCatching() } }
    return AutoCloseable {
      gate.close()
      runBlocking { jobs.joinAll() }
    }
  }
}
